package org.nuancan.provider.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.provider.stop.ProviderStop;

/// A site as stored.
///
/// @param stops times in which its provider sells without subsidy
/// @param version number of its changes, from 1
public record SiteOnFile(
        long siteId,
        long providerId,
        String providerName,
        SiteProfile profile,
        List<ProviderStop> stops,
        int version) {

    /// Copies the stops.
    public SiteOnFile {
        stops = List.copyOf(stops);
    }

    private static final int DISTRICT_DIGITS = 6;

    /// The site's name.
    public String name() {
        return profile.name();
    }

    /// The division of the site, 9 digits.
    public String division() {
        return profile.division();
    }

    /// The district of the site, which is its provider's.
    public String districtCode() {
        return division().substring(0, DISTRICT_DIGITS);
    }

    /// The type of site.
    public SiteType type() {
        return profile.type();
    }

    /// The grade, 0 to 5.
    public int grade() {
        return profile.grade();
    }

    /// Whether it is listed with the district on `day`.
    public boolean listed(LocalDate day) {
        return profile.listed(day);
    }

    /// Whether its provider is suspended, or has ended, at an instant.
    public boolean isStoppedAt(Instant at) {
        return ProviderStop.anyHolds(stops, at);
    }

    /// The facts about the site that policies use.
    public SiteFacts facts(LocalDate serviceDate) {
        return new SiteFacts(new Division(division()), type(), grade(), listed(serviceDate));
    }
}
