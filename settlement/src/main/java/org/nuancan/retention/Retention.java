package org.nuancan.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes, once a day and in short transactions, what is kept long enough and may go; says what it
/// found and what it did.
@Singleton
public final class Retention {

    private static final int MOST = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /// What was found of a kind, and done.
    ///
    /// @param period ISO 8601: `P30D`
    /// @param due from before `before`
    /// @param deleted of them; what is still open stays
    public record Run(
            long runId,
            String kind,
            String period,
            LocalDate before,
            long due,
            long deleted,
            Instant at) {}

    private final Transactions transactions;
    private final List<Kept> kinds;
    private final Ids ids;
    private final Clock clock;

    Retention(Transactions transactions, List<Kept> kinds, Ids ids, Clock clock) {
        this.transactions = transactions;
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

    /// Does it now. A kind that fails by itself stops no other; it leaves no run behind.
    ///
    /// @return the runs that came to their end
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
        var due = transactions.reading(connection -> kind.due(connection, before));
        var deleted = 0L;
        if (due > 0) {
            mark(kind, before);
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
        return transactions.inOne(connection -> keep(connection, run));
    }

    /// Lets records from before a day go. A clock that was set back takes nothing back.
    private void mark(Kept kind, LocalDate before) {
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        insert into retention_mark (kind, before_date) values (?, ?)
                                        on duplicate key update
                                            before_date = greatest(before_date, values(before_date))
                                        """)
                                .with(kind.kind(), before)
                                .run());
    }

    private int some(Kept kind, LocalDate before) {
        return transactions.inOne(connection -> kind.forget(connection, before, MOST));
    }

    private static Run keep(Connection connection, Run run) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into retention_run
                            (run_id, kind, kept_period, before_date, due, deleted, ran_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(run.runId(), run.kind(), run.period(), run.before(), run.due())
                .with(run.deleted(), run.at())
                .run();
        return run;
    }

    /// What was done, last first, from the run before `before` on.
    public List<Run> list(Connection connection, long before, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select run_id, kind, kept_period, before_date, due, deleted, ran_at
                          from retention_run
                         where run_id < ?
                         order by run_id desc
                         limit ?
                        """)
                .with(before, limit)
                .list(row ->
                        new Run(
                                row.number("run_id"),
                                row.text("kind"),
                                row.text("kept_period"),
                                row.date("before_date"),
                                row.number("due"),
                                row.number("deleted"),
                                row.instant("ran_at")));
    }
}
