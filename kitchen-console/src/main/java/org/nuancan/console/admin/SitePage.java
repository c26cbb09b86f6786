package org.nuancan.console.admin;

import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Site;

/// One site with its price list and terminals, as far as the reader may see them.
public record SitePage(
        Site site, Optional<SiteRecord> file, List<Price> prices, List<Terminal> terminals) {}
