package org.nuancan.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes records after their retention period, once a day and in short transactions, and stores
/// the result of each run.
@Singleton
public final class Retention {

    private static final int MOST = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /// The result for a kind of records.
    ///
    /// @param period ISO 8601: `P30D`
    /// @param due number of records from before `before`
    /// @param deleted number of deleted ones; open records are kept
    public record Run(
            long runId,
            String kind,
            String period,
            LocalDate before,
            long due,
            long deleted,
            Instant at) {}

    private final Transactions transactions;
    private final RetentionRecords records;
    private final List<Kept> kinds;
    private final Ids ids;
    private final Clock clock;

    Retention(
            Transactions transactions,
            RetentionRecords records,
            List<Kept> kinds,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.kinds = kinds.stream().sorted(Comparator.comparing(Kept::kind)).toList();
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "24h", initialDelay = "20m")
    void daily() {
        for (var run : run()) {
            LOG.info(
                    "{} from before {}: {} due, {} deleted",
                    run.kind(),
                    run.before(),
                    run.due(),
                    run.deleted());
        }
    }

    /// Runs now. A kind that fails does not stop the others, and stores no run.
    ///
    /// @return the completed runs
    public List<Run> run() {
        var today = BusinessDay.today(clock).date();
        return kinds.stream()
                .map(kind -> besideOthers(kind, today.minus(kind.period())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Run> besideOthers(Kept kind, LocalDate before) {
        try {
            return Optional.of(run(kind, before));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.from(failure).filter(DatabaseFailure::isPassing).isPresent()) {
                throw failure;
            }
            LOG.error("{} from before {} were not all looked at", kind.kind(), before, failure);
            return Optional.empty();
        }
    }

    private Run run(Kept kind, LocalDate before) {
        var due = transactions.reading(_ -> kind.due(before));
        var deleted = 0L;
        if (due > 0) {
            records.mark(kind.kind(), before);
        }
        for (var some = some(kind, before); some > 0; some = some(kind, before)) {
            deleted += some;
        }
        var run =
                new Run(
                        ids.next(),
                        kind.kind(),
                        kind.period().toString(),
                        before,
                        Math.max(due, deleted),
                        deleted,
                        clock.instant());
        records.keep(run);
        return run;
    }

    private int some(Kept kind, LocalDate before) {
        return transactions.inOne(_ -> kind.forget(before, MOST));
    }

    /// The runs in descending order of their ids, starting below `before`.
    public List<Run> list(long before, int limit) {
        return records.list(before, limit);
    }
}
