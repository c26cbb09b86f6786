package org.nuancan.delivery.position;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.route.Places;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.site.Place;
import org.nuancan.provider.site.Sites;
import org.nuancan.retention.Kept;

/// Positions of riders during a run only; the retention job deletes them after 30 days.
@Singleton
public class Positions implements Kept {

    private static final Period KEPT = Period.ofDays(30);
    private static final int SHOWN = 500;

    private final PositionRepository positions;
    private final RunStore runs;
    private final Sites sites;
    private final Clock clock;

    Positions(PositionRepository positions, RunStore runs, Sites sites, Clock clock) {
        this.positions = positions;
        this.runs = runs;
        this.sites = sites;
        this.clock = clock;
    }

    /// Stores the positions since the rider left that are within 100 km of the kitchen; positions
    /// in the future are ignored.
    ///
    /// @return number of positions stored
    /// @throws ProblemException `NOT_ON_RUN` if the rider is on no run
    @Transactional
    public int keep(String rider, List<PositionBody> reported) {
        var now = clock.instant();
        var run = current(rider, BusinessDay.of(now).date());
        var left = run.times().departedAt().orElse(now);
        var kitchen = kitchen(run);
        var kept = 0;
        for (var position : reported) {
            var isOfRun = !position.at().isBefore(left) && !position.at().isAfter(now);
            var place = position.place();
            if (isOfRun && Places.isNear(kitchen, place)) {
                positions.add(
                        run.runId(), position.at(), place.latitudeMicro(), place.longitudeMicro());
                kept++;
            }
        }
        return kept;
    }

    private Run current(String rider, LocalDate today) {
        return runs.ofRider(rider, today.minusDays(1), today).stream()
                .filter(one -> one.state() == RunState.OUT)
                .max(Comparator.comparing(Run::date))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_ON_RUN));
    }

    private Place kitchen(Run run) {
        return sites.findNow(run.parties().siteId()).orElseThrow().profile().place();
    }

    /// The positions of a run, the latest first.
    @ReadOnly
    public List<PositionAnswer> of(long runId) {
        return positions.list(runId, SHOWN).stream()
                .map(position -> {
                    var place = position.place();
                    return new PositionAnswer(
                            position.id().at(), place.latitude(), place.longitude());
                })
                .toList();
    }

    @Override
    public String kind() {
        return "rider-positions";
    }

    @Override
    public Period period() {
        return KEPT;
    }

    @Override
    @ReadOnly
    public long due(LocalDate before) {
        return positions.countBefore(start(before));
    }

    @Override
    @Transactional
    public int forget(LocalDate before, int most) {
        return positions.deleteBefore(start(before), most);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
