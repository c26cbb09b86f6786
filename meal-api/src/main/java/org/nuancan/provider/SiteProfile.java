package org.nuancan.provider;

import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.policy.SiteType;

/// What a site is; what of it that can change.
///
/// @param division where it lies, 9 digits, in its provider's district
/// @param grade 0 to 5
/// @param listedFrom the first day it is filed with the district
/// @param listedTo the last such day; empty if no end is known
/// @param seats 0 or more
/// @param dailyCapacity meals a day; looked at afterwards, never at the till
public record SiteProfile(
        String name,
        String division,
        SiteType type,
        int grade,
        LocalDate listedFrom,
        Optional<LocalDate> listedTo,
        String address,
        Place place,
        int seats,
        int dailyCapacity) {

    /// Whether the site is filed with the district on `day`.
    public boolean listed(LocalDate day) {
        return !day.isBefore(listedFrom) && listedTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
