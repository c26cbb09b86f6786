package org.nuancan.provider.site;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.policy.fact.SiteType;

/// A site as shown.
record SiteAnswer(
        String siteId,
        String providerId,
        String name,
        String division,
        SiteType type,
        int grade,
        LocalDate listedFrom,
        @Nullable LocalDate listedTo,
        String address,
        double latitude,
        double longitude,
        int seats,
        int dailyCapacity,
        int version) {

    static SiteAnswer of(SiteOnFile site) {
        var profile = site.profile();
        return new SiteAnswer(
                Long.toString(site.siteId()),
                Long.toString(site.providerId()),
                profile.name(),
                profile.division(),
                profile.type(),
                profile.grade(),
                profile.listedFrom(),
                profile.listedTo().orElse(null),
                profile.address(),
                profile.place().latitude(),
                profile.place().longitude(),
                profile.seats(),
                profile.dailyCapacity(),
                site.version());
    }
}
