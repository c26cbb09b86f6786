package org.nuancan.provider.site;

import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.policy.fact.SiteType;

/// The changeable properties of a site.
///
/// @param division the division of the site, 9 digits, in its provider's district
/// @param grade 0 to 5
/// @param listedFrom the first day on which it is listed with the district
/// @param listedTo the last such day; empty if no end is known
/// @param seats 0 or more
/// @param dailyCapacity meals a day; checked afterwards, never at the till
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

    /// Whether the site is listed with the district on `day`.
    public boolean listed(LocalDate day) {
        return !day.isBefore(listedFrom) && listedTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
