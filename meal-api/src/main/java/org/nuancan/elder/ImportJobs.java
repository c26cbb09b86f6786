package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.ImportJob.Run;

/// Import jobs on file: what was sent, how far it is, what is wrong in it.
@Singleton
final class ImportJobs {

    /// How many jobs of a caller may run at once.
    static final int MOST_RUNNING = 2;

    private static final int PART_BYTES = 1 << 20;

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

    /// Whether a caller has as many jobs running as one may have.
    boolean hasMostRunning(String by) {
        return transactions.reading(connection ->
                Sql.on(
                                        connection,
                                        """
                                        select count(*) as running from elder_import
                                        where state = 'RUNNING' and created_by = ?
                                        """)
                                .with(by)
                                .one(row -> row.integer("running"))
                        >= MOST_RUNNING);
    }

    /// Takes a file on; the answer holds the lease.
    Run accept(byte[] bytes, ImportFile file, Area area, String by) {
        var importId = ids.next();
        var runner = ids.next();
        return transactions.inOne(connection -> {
            Sql.on(
                            connection,
                            """
                            insert into elder_import
                                (import_id, created_at, created_by, area, encoding, state,
                                 total_lines, total_rows, done_rows, imported, faults, strikes,
                                 runner, leased_until)
                            values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, 0, 0, 0, ?, ?, ?)
                            """)
                    .with(
                            importId,
                            clock.instant(),
                            by,
                            area.prefix(),
                            file.encoding().label(),
                            file.size().lines(),
                            file.size().rows(),
                            ImportRuns.A_RUN,
                            runner,
                            realTime.instant().plus(ImportRuns.LEASE))
                    .run();
            for (var from = 0; from < bytes.length; from += PART_BYTES) {
                var part =
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
                var number = from / PART_BYTES;
                Batch.into("elder_import_part", "import_id", "part", "sealed")
                        .row(
                                importId,
                                number,
                                vault.seal(SealedFields.FILE, part, importId, number))
                        .write(connection);
            }
            return new Run(job(connection, importId), runner);
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
                            select part, sealed from elder_import_part
                            where import_id = ? order by part
                            """)
                    .with(importId)
                    .each(row ->
                            bytes.writeBytes(
                                    vault.openBytes(
                                            SealedFields.FILE,
                                            row.bytes("sealed"),
                                            importId,
                                            row.integer("part"))));
            return bytes.toByteArray();
        });
    }

    /// A job of an area.
    Optional<ImportJob> find(long importId, Area area) {
        return transactions
                .reading(connection ->
                        Sql.on(connection, ImportJob.COLUMNS + "where import_id = ?")
                                .with(importId)
                                .first(ImportJob::read))
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

    static ImportJob job(Connection connection, long importId) throws SQLException {
        return Sql.on(connection, ImportJob.COLUMNS + "where import_id = ?")
                .with(importId)
                .one(ImportJob::read);
    }
}
