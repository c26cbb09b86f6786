package org.nuancan.console.api;

import java.util.List;
import java.util.Optional;

/// Who is signed in, as `/v1/me` returns it.
///
/// @param operations what the role may do, as `METHOD /path`
public record Me(
        String username, String displayName, String role, Scope scope, List<String> operations) {

    /// What the account covers; everything is empty for the whole city.
    public record Scope(
            Optional<String> districtCode,
            Optional<String> districtName,
            Optional<String> streetCode,
            Optional<String> streetName,
            Optional<String> providerId,
            Optional<String> providerName,
            Optional<String> siteId,
            Optional<String> siteName) {

        /// The narrowest name, if it is not the whole city.
        public Optional<String> name() {
            return siteName.or(() -> providerName).or(() -> streetName).or(() -> districtName);
        }
    }
}
