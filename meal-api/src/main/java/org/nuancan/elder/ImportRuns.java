package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.ImportJob.Failure;
import org.nuancan.elder.ImportJob.Run;

/// Runs of import jobs. A run holds its job by a lease; each chunk of rows is counted in the
/// transaction that writes it, so that a run goes on where the last one stopped.
///
/// Every job ends. A run that begins counts as a failed one until it has got a chunk further; after
/// three failed runs in a row, or about twenty that the database turned away, the job has failed.
@Singleton
final class ImportRuns {

    /// How long a run may be silent before another takes over.
    static final Duration LEASE = Duration.ofSeconds(60);

    /// How much a failed run counts, and one that the database turned away.
    static final int A_RUN = 7;

    private static final int A_PASSING_FAILURE = 1;
    private static final int MOST = 3 * A_RUN;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final Clock clock;
    private final InstantSource realTime;
    private final Ids ids;

    ImportRuns(Transactions transactions, Clock clock, @RealTime InstantSource realTime, Ids ids) {
        this.transactions = transactions;
        this.clock = clock;
        this.realTime = realTime;
        this.ids = ids;
    }

    /// Takes over a job whose run is silent, if there is one. Jobs with too many failed runs fail.
    Optional<Run> takeOver() {
        var runner = ids.next();
        return transactions.inOne(connection -> {
            for (var silent = silent(connection); silent.isPresent(); silent = silent(connection)) {
                if (take(connection, silent.get(), runner)) {
                    return Optional.of(new Run(ImportJobs.job(connection, silent.get()), runner));
                }
                fail(connection, silent.get(), Failure.STOPPED);
            }
            return Optional.<Run>empty();
        });
    }

    private Optional<Long> silent(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select import_id from elder_import
                        where state = 'RUNNING' and leased_until < ?
                        order by leased_until limit 1
                        for update skip locked
                        """)
                .with(realTime.instant())
                .first(row -> row.number("import_id"));
    }

    private boolean take(Connection connection, long importId, long runner) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update elder_import
                                set runner = ?, leased_until = ?, strikes = strikes + ?
                                where import_id = ? and state = 'RUNNING' and strikes + ? <= ?
                                """)
                        .with(runner, realTime.instant().plus(LEASE), A_RUN, importId, A_RUN, MOST)
                        .run()
                == 1;
    }

    /// Locks the job for a chunk and prolongs the lease; false if another run has taken it over, or
    /// if the chunk before was not the last that was written.
    ///
    /// @param done how many rows the run believes to be worked off
    boolean hold(Connection connection, Run run, int done) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update elder_import set leased_until = ?
                                where import_id = ? and runner = ? and state = 'RUNNING'
                                  and done_rows = ?
                                """)
                        .with(
                                realTime.instant().plus(LEASE),
                                run.job().importId(),
                                run.runner(),
                                done)
                        .run()
                == 1;
    }

    /// Counts a chunk and keeps its faults, in the chunk's transaction.
    ///
    /// @param isProgress whether the chunk shows that the job gets on
    void chunkDone(
            Connection connection,
            Run run,
            int imported,
            List<ImportRow.Outcome.Bad> bad,
            boolean isProgress)
            throws SQLException {
        var importId = run.job().importId();
        var faults =
                Batch.into(
                        "elder_import_fault",
                        "import_id",
                        "line",
                        "masked_id_number",
                        "fields",
                        "codes");
        for (var row : bad) {
            faults.row(
                    importId,
                    row.line(),
                    row.maskedIdNumber(),
                    joined(row.faults().stream().map(ImportFault::field).toList()),
                    joined(row.faults().stream().map(fault -> fault.code().name()).toList()));
        }
        faults.write(connection);
        Sql.on(
                        connection,
                        """
                        update elder_import
                        set done_rows = done_rows + ?, imported = imported + ?, faults = faults + ?,
                            strikes = least(strikes, ?)
                        where import_id = ?
                        """)
                .with(
                        imported + bad.size(),
                        imported,
                        bad.size(),
                        isProgress ? A_RUN : Integer.MAX_VALUE,
                        importId)
                .run();
    }

    private static String joined(List<String> words) {
        return String.join(";", words);
    }

    /// Ends a job of which every row is an elder or a kept fault; the file goes.
    ///
    /// @return false if it is not so, or another run has taken over
    boolean finish(Run run) {
        var importId = run.job().importId();
        return transactions.inOne(connection -> {
            var isDone =
                    Sql.on(
                                            connection,
                                            """
                                            update elder_import
                                            set state = 'DONE', finished_at = ?
                                            where import_id = ? and runner = ?
                                              and state = 'RUNNING'
                                              and done_rows = total_rows
                                              and imported + faults = total_rows
                                              and faults =
                                                (select count(*) from elder_import_fault f
                                                 where f.import_id = ?)
                                            """)
                                    .with(clock.instant(), importId, run.runner(), importId)
                                    .run()
                            == 1;
            if (isDone) {
                deleteFile(connection, importId);
            }
            return isDone;
        });
    }

    /// Gives a job back that the run could not finish: another run tries again after a pause, or
    /// the job has failed. Nothing happens if another run has taken over.
    void giveBack(Run run, Failure failure) {
        var _ =
                transactions.inOne(connection -> {
                    var strikes =
                            Sql.on(
                                            connection,
                                            """
                                            select strikes from elder_import
                                            where import_id = ? and runner = ?
                                              and state = 'RUNNING'
                                            for update
                                            """)
                                    .with(run.job().importId(), run.runner())
                                    .first(row -> row.integer("strikes"));
                    if (strikes.isEmpty()) {
                        return false;
                    }
                    var less = failure == Failure.DATABASE ? A_RUN - A_PASSING_FAILURE : 0;
                    if (strikes.get() - less < MOST) {
                        return release(connection, run, less, PAUSE);
                    }
                    fail(connection, run.job().importId(), failure);
                    return true;
                });
    }

    /// Gives a job back that has not begun: another run takes it at once.
    void release(Run run) {
        var _ =
                transactions.inOne(connection ->
                        release(connection, run, A_RUN, Duration.ofSeconds(1).negated()));
    }

    private boolean release(Connection connection, Run run, int lessStrikes, Duration pause)
            throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update elder_import set leased_until = ?, strikes = strikes - ?
                                where import_id = ? and runner = ? and state = 'RUNNING'
                                """)
                        .with(
                                realTime.instant().plus(pause),
                                lessStrikes,
                                run.job().importId(),
                                run.runner())
                        .run()
                == 1;
    }

    private void fail(Connection connection, long importId, Failure failure) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update elder_import set state = 'FAILED', failure = ?, finished_at = ?
                        where import_id = ? and state = 'RUNNING'
                        """)
                .with(failure, clock.instant(), importId)
                .run();
        deleteFile(connection, importId);
    }

    private static void deleteFile(Connection connection, long importId) throws SQLException {
        Sql.on(connection, "delete from elder_import_part where import_id = ?")
                .with(importId)
                .run();
    }
}
