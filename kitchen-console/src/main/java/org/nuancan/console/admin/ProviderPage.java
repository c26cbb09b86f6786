package org.nuancan.console.admin;

import java.util.List;

/// One provider with its sites and the requested changes of its account.
public record ProviderPage(
        Provider provider, List<SiteRecord> sites, List<AccountChange> changes) {}
