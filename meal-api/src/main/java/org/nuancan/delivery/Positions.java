package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.RiderController.PositionBody;
import org.nuancan.delivery.RunController.PositionAnswer;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.provider.Place;
import org.nuancan.provider.Sites;
import org.nuancan.retention.Kept;

/// Where riders are while they are on a run, and only then; forgotten after 30 days by the job that
/// forgets what else is kept for a time.
@Singleton
final class Positions implements Kept {

    private static final Period KEPT = Period.ofDays(30);
    private static final int SHOWN = 500;

    private final Transactions transactions;
    private final PositionRepository repository;
    private final RunRows runs;
    private final Sites sites;
    private final Clock clock;

    Positions(
            Transactions transactions,
            PositionRepository repository,
            RunRows runs,
            Sites sites,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.runs = runs;
        this.sites = sites;
        this.clock = clock;
    }

    /// Keeps those of the time since the rider left within 100 km of the kitchen; none of the
    /// future.
    ///
    /// @return how many
    /// @throws ProblemException `NOT_ON_RUN` if the rider is on none
    int keep(String rider, List<PositionBody> positions) {
        var now = clock.instant();
        var today = BusinessDay.of(now).date();
        return transactions.inOne(connection -> {
            var run =
                    runs.ofRider(connection, rider, today.minusDays(1), today).stream()
                            .filter(one -> one.state() == RunState.OUT)
                            .max(Comparator.comparing(Run::date))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_ON_RUN));
            var left = run.times().departedAt().orElse(now);
            var site = sites.findNow(run.parties().siteId()).orElseThrow();
            var kitchen = site.profile().place();
            var kept = 0;
            for (var position : positions) {
                var isOfRun = !position.at().isBefore(left) && !position.at().isAfter(now);
                if (isOfRun && Places.isNear(kitchen, position.place())) {
                    var place = position.place();
                    repository.add(
                            run.runId(),
                            position.at(),
                            place.latitudeMicro(),
                            place.longitudeMicro());
                    kept++;
                }
            }
            return kept;
        });
    }

    /// The latest first.
    List<PositionAnswer> list(long runId) {
        return transactions.reading(_ -> repository.list(runId, SHOWN)).stream()
                .map(kept -> {
                    var place = new Place(kept.latitudeMicro(), kept.longitudeMicro());
                    return new PositionAnswer(kept.id().at(), place.latitude(), place.longitude());
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
    public long due(LocalDate before) {
        return transactions.reading(_ -> repository.countBefore(start(before)));
    }

    @Override
    public int forget(LocalDate before, int most) {
        return transactions.inOne(_ -> repository.removeBefore(start(before), most));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
