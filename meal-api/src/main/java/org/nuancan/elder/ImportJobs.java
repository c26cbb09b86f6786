package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Import jobs on file: what was sent, how far it is, who is at it.
@Singleton
final class ImportJobs {

    /// How long a run may be silent before another takes it up.
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String FILE = "import";
    private static final int PART_BYTES = 1 << 20;
    private static final String COLUMNS =
            """
            select import_id, created_at, created_by, area, encoding, state, total_rows, done_rows,
                   imported, faults, finished_at
            from elder_import
            """;

    /// How far a job is.
    enum State {
        /// Rows are being read.
        RUNNING,
        /// All rows are done.
        DONE
    }

    /// A job as it stands.
    ///
    /// @param area the digits of the area that its elders must lie in
    record Job(
            long importId,
            Instant createdAt,
            String createdBy,
            String area,
            String encoding,
            State state,
            int rows,
            int done,
            int imported,
            int faults,
            Optional<Instant> finishedAt) {

        private static Job read(Row row) throws SQLException {
            return new Job(
                    row.number("import_id"),
                    row.instant("created_at"),
                    row.text("created_by"),
                    row.text("area"),
                    row.text("encoding"),
                    row.name("state", State.class),
                    row.integer("total_rows"),
                    row.integer("done_rows"),
                    row.integer("imported"),
                    row.integer("faults"),
                    row.maybeInstant("finished_at"));
        }
    }

    /// A run of a job: only the one that holds the lease may write.
    record Run(Job job, long runner) {}

    private final Transactions transactions;
    private final Clock clock;
    private final InstantSource realTime;
    private final Ids ids;
    private final Vault vault;

    ImportJobs(
            Transactions transactions,
            Clock clock,
            @RealTime InstantSource realTime,
            Ids ids,
            Vault vault) {
        this.transactions = transactions;
        this.clock = clock;
        this.realTime = realTime;
        this.ids = ids;
        this.vault = vault;
    }

    /// Takes a file on; the answer holds the lease.
    Run accept(byte[] bytes, ImportFile file, int rows, Area area, String by) {
        var importId = ids.next();
        var runner = ids.next();
        return transactions.inOne(connection -> {
            Sql.on(
                            connection,
                            """
                            insert into elder_import
                                (import_id, created_at, created_by, area, encoding, state,
                                 total_rows, done_rows, imported, faults, runner, leased_until)
                            values (?, ?, ?, ?, ?, 'RUNNING', ?, 0, 0, 0, ?, ?)
                            """)
                    .with(
                            importId,
                            clock.instant(),
                            by,
                            area.prefix(),
                            file.encoding(),
                            rows,
                            runner,
                            leaseEnd())
                    .run();
            for (var from = 0; from < bytes.length; from += PART_BYTES) {
                var part =
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
                Batch.into("elder_import_part", "import_id", "part", "sealed")
                        .row(importId, from / PART_BYTES, vault.seal(FILE, importId, part))
                        .write(connection);
            }
            return new Run(job(connection, importId), runner);
        });
    }

    /// Takes up a job whose run fell silent, if there is one.
    Optional<Run> takeUp() {
        var runner = ids.next();
        return transactions.inOne(connection -> {
            var silent =
                    Sql.on(
                                    connection,
                                    """
                                    select import_id from elder_import
                                    where state = 'RUNNING' and leased_until < ?
                                    order by leased_until limit 1
                                    """)
                            .with(realTime.instant())
                            .first(row -> row.number("import_id"));
            if (silent.isEmpty()) {
                return Optional.<Run>empty();
            }
            var isOurs =
                    Sql.on(
                                            connection,
                                            """
                                            update elder_import set runner = ?, leased_until = ?
                                            where import_id = ? and state = 'RUNNING'
                                              and leased_until < ?
                                            """)
                                    .with(runner, leaseEnd(), silent.get(), realTime.instant())
                                    .run()
                            == 1;
            return isOurs
                    ? Optional.of(new Run(job(connection, silent.get()), runner))
                    : Optional.<Run>empty();
        });
    }

    /// Locks the job for a chunk and prolongs the lease; false if another has taken it up.
    boolean hold(Connection connection, Run run) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                update elder_import set leased_until = ?
                                where import_id = ? and runner = ? and state = 'RUNNING'
                                """)
                        .with(leaseEnd(), run.job().importId(), run.runner())
                        .run()
                == 1;
    }

    /// Counts a chunk and keeps its faults, in the chunk's transaction.
    void chunkDone(Connection connection, Run run, int imported, List<ImportRow.Outcome.Bad> bad)
            throws SQLException {
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
                    run.job().importId(),
                    row.line(),
                    row.maskedIdNumber(),
                    joined(row.faults().stream().map(fault -> fault.column().field()).toList()),
                    joined(row.faults().stream().map(fault -> fault.code().name()).toList()));
        }
        faults.write(connection);
        Sql.on(
                        connection,
                        """
                        update elder_import
                        set done_rows = done_rows + ?, imported = imported + ?, faults = faults + ?
                        where import_id = ?
                        """)
                .with(imported + bad.size(), imported, bad.size(), run.job().importId())
                .run();
    }

    private static String joined(List<String> words) {
        return String.join(";", words);
    }

    /// Ends a job; the file goes.
    void finish(Run run) {
        var importId = run.job().importId();
        var _ =
                transactions.inOne(connection -> {
                    Sql.on(
                                    connection,
                                    """
                                    update elder_import set state = 'DONE', finished_at = ?
                                    where import_id = ? and runner = ? and state = 'RUNNING'
                                    """)
                            .with(clock.instant(), importId, run.runner())
                            .run();
                    return Sql.on(
                                    connection,
                                    """
                                    delete from elder_import_part
                                    where import_id = ? and exists
                                        (select 1 from elder_import i
                                         where i.import_id = ? and i.state = 'DONE')
                                    """)
                            .with(importId, importId)
                            .run();
                });
    }

    /// The file of a job.
    byte[] file(Run run) {
        var importId = run.job().importId();
        return transactions.reading(connection -> {
            var bytes = new ByteArrayOutputStream();
            Sql.on(
                            connection,
                            """
                            select sealed from elder_import_part
                            where import_id = ? order by part
                            """)
                    .with(importId)
                    .each(row ->
                            bytes.writeBytes(vault.openBytes(FILE, importId, row.bytes("sealed"))));
            return bytes.toByteArray();
        });
    }

    /// A job of an area.
    Optional<Job> find(long importId, Area area) {
        return transactions
                .reading(connection ->
                        Sql.on(connection, COLUMNS + "where import_id = ?")
                                .with(importId)
                                .first(Job::read))
                .filter(job -> area.isAnywhere() && job.area().startsWith(area.prefix()));
    }

    /// A row of the file that is not in.
    ///
    /// @param fields by semicolons
    /// @param codes by semicolons, as many as fields
    record Fault(int line, String maskedIdNumber, String fields, String codes) {}

    /// What is not in, in the order of the file.
    List<Fault> faults(long importId) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select line, masked_id_number, fields, codes
                                from elder_import_fault
                                where import_id = ?
                                order by line
                                """)
                        .with(importId)
                        .list(row ->
                                new Fault(
                                        row.integer("line"),
                                        row.text("masked_id_number"),
                                        row.text("fields"),
                                        row.text("codes"))));
    }

    private static Job job(Connection connection, long importId) throws SQLException {
        return Sql.on(connection, COLUMNS + "where import_id = ?").with(importId).one(Job::read);
    }

    private Instant leaseEnd() {
        return realTime.instant().plus(LEASE);
    }
}
