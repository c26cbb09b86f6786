package org.nuancan.access.account;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A scope with the names of its parts; a field that does not apply is null.
@Introspected
public record NamedScope(
        @Nullable String districtCode,
        @Nullable String districtName,
        @Nullable String streetCode,
        @Nullable String streetName,
        @Nullable String providerId,
        @Nullable String providerName,
        @Nullable String siteId,
        @Nullable String siteName) {}
