package org.nuancan.statistics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `statistics_coverage`.
@MappedEntity("statistics_coverage")
record CoverageEntity(
        @Id long coverageId,
        String districtCode,
        int year,
        long communities,
        long people,
        String statedBy,
        @UtcMicros Instant statedAt) {

    static CoverageEntity of(CoverageService.Entry entry) {
        return new CoverageEntity(
                entry.coverageId(),
                entry.districtCode(),
                entry.year(),
                entry.coverage().communities(),
                entry.coverage().people(),
                entry.statedBy(),
                entry.statedAt());
    }

    CoverageService.Entry entry() {
        return new CoverageService.Entry(
                coverageId,
                districtCode,
                year,
                new Coverage(communities, people),
                statedBy,
                statedAt);
    }
}
