package org.nuancan.provider.site;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.policy.fact.SiteType;

/// A row of `site`.
///
/// @param version number of its changes from 1; an update names the version that was read
@MappedEntity("site")
record SiteEntity(
        @Id long siteId,
        long providerId,
        String districtCode,
        String division,
        String name,
        SiteType type,
        int grade,
        LocalDate listedFrom,
        @Nullable LocalDate listedTo,
        String address,
        int latitudeMicro,
        int longitudeMicro,
        int seats,
        int dailyCapacity,
        @Version int version) {

    /// @param profile the profile of the next version
    static SiteEntity of(SiteOnFile site, SiteProfile profile) {
        return new SiteEntity(
                site.siteId(),
                site.providerId(),
                site.districtCode(),
                profile.division(),
                profile.name(),
                profile.type(),
                profile.grade(),
                profile.listedFrom(),
                profile.listedTo().orElse(null),
                profile.address(),
                profile.place().latitudeMicro(),
                profile.place().longitudeMicro(),
                profile.seats(),
                profile.dailyCapacity(),
                site.version());
    }
}
