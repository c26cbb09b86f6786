package org.nuancan.console.admin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// An account.
///
/// @param state `ACTIVE`, `PENDING` until a second person confirms it, or `DISABLED`
/// @param version counts its changes
public record User(
        String username,
        String displayName,
        String role,
        Scope scope,
        String state,
        Optional<OffsetDateTime> pendingSince,
        Optional<String> confirmedBy,
        boolean passwordChangeRequired,
        OffsetDateTime createdAt,
        String createdBy,
        Optional<OffsetDateTime> changedAt,
        Optional<String> changedBy,
        int version) {

    /// The roles that people have.
    public static final List<String> ROLES =
            List.of(
                    "CITY_ADMIN",
                    "DISTRICT_OFFICER",
                    "DISTRICT_FINANCE",
                    "STREET_OFFICER",
                    "ORDER_DESK",
                    "PROVIDER_MANAGER",
                    "KITCHEN_STAFF",
                    "DISPATCHER",
                    "RIDER",
                    "AUDITOR");

    /// What it covers; all empty for the whole city.
    public record Scope(
            Optional<String> districtCode,
            Optional<String> streetCode,
            Optional<String> providerId,
            Optional<String> siteId) {

        /// The one that is set.
        public Optional<String> only() {
            return siteId.or(() -> providerId).or(() -> streetCode).or(() -> districtCode);
        }
    }
}
