package org.nuancan.console.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A site as it is on file.
///
/// @param type `STATION`, `CARE_CENTRE`, …
/// @param listedFrom since when it is filed with the district
/// @param version counts its changes
public record SiteRecord(
        String siteId,
        String providerId,
        String name,
        String division,
        String type,
        int grade,
        LocalDate listedFrom,
        Optional<LocalDate> listedTo,
        String address,
        double latitude,
        double longitude,
        int seats,
        int dailyCapacity,
        int version) {

    /// The types of sites.
    public static final List<String> TYPES =
            List.of(
                    "CARE_CENTRE",
                    "STATION",
                    "RESTAURANT",
                    "ELDER_TABLE",
                    "STAFF_CANTEEN",
                    "CENTRAL_KITCHEN");
}
