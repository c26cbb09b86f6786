package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;

/// The part of the city that a caller belongs to.
public sealed interface Scope {

    /// The whole city.
    record City() implements Scope {}

    /// One district.
    ///
    /// @param districtCode 6 digits
    record District(String districtCode) implements Scope {}

    /// One street.
    ///
    /// @param streetCode 9 digits
    record Street(String streetCode) implements Scope {}

    /// One provider.
    ///
    /// @param providerId the provider
    /// @param districtCode the provider's district
    record OfProvider(long providerId, String districtCode) implements Scope {}

    /// One site.
    ///
    /// @param siteId the site
    /// @param providerId the site's provider
    /// @param division of the site, 9 digits
    @Introspected
    record OfSite(long siteId, long providerId, String division) implements Scope {}

    /// Whether an administrative division is in this scope; always false for a provider or a site.
    default boolean covers(String division) {
        return switch (this) {
            case City() -> true;
            case District(var code) -> division.startsWith(code);
            case Street(var code) -> division.startsWith(code);
            case OfProvider(var provider, var district) -> false;
            case OfSite(var site, var provider, var where) -> false;
        };
    }
}
