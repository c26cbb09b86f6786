package org.nuancan.statistics;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;

/// Stores what districts state about their coverage. Entries are never changed; the latest of a
/// district and year holds.
@Singleton
public class CoverageService {

    /// A statement of a district.
    public record Entry(
            long coverageId,
            String districtCode,
            int year,
            Coverage coverage,
            String statedBy,
            Instant statedAt) {}

    private final CoverageRepository entries;
    private final Ids ids;
    private final Clock clock;

    CoverageService(CoverageRepository entries, Ids ids, Clock clock) {
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds an entry.
    @Transactional
    public Entry state(String districtCode, int year, Coverage coverage, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new Entry(ids.next(), districtCode, year, coverage, by, now);
        var _ = entries.save(CoverageEntity.of(entry));
        return entry;
    }

    /// The entries of a year after one, the oldest first.
    ///
    /// @param area first digits of the districts; empty for all
    @ReadOnly
    public List<Entry> list(int year, String area, long after, int most) {
        return entries.list(year, area, after, most).stream().map(CoverageEntity::entry).toList();
    }

    /// The sum over the districts of an area that stated their coverage for a year; empty if none
    /// has.
    ///
    /// @param area first digits of the districts; empty for all
    @ReadOnly
    public Optional<Coverage> sum(int year, String area) {
        return entries.listLatest(year, area).stream()
                .map(row -> row.entry().coverage())
                .reduce(Coverage::plus);
    }
}
