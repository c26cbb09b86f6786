package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// What is kept of batches.
@Singleton
final class SampleRows {

    /// One sample.
    record Sample(
            long sampleId,
            long batchId,
            int grams,
            Instant keptUntil,
            String location,
            String keptBy,
            Instant keptAt,
            Optional<Instant> disposedAt) {

        private static Sample read(Row row) throws SQLException {
            return new Sample(
                    row.number("sample_id"),
                    row.number("batch_id"),
                    row.integer("grams"),
                    row.instant("kept_until"),
                    row.text("location"),
                    row.text("kept_by"),
                    row.instant("kept_at"),
                    row.maybeInstant("disposed_at"));
        }
    }

    /// A sample with the site it is kept at.
    record OfSite(Sample sample, long siteId) {}

    private static final String COLUMNS =
            """
            select s.sample_id, s.batch_id, s.grams, s.kept_until, s.location, s.kept_by,
                   s.kept_at, s.disposed_at, b.site_id
              from kitchen_sample s
              join kitchen_batch b on b.batch_id = s.batch_id
            """;

    void insert(Connection connection, Sample sample) throws SQLException {
        org.nuancan.db.Batch.into(
                        "kitchen_sample",
                        "sample_id",
                        "batch_id",
                        "grams",
                        "kept_until",
                        "location",
                        "kept_by",
                        "kept_at")
                .row(
                        sample.sampleId(),
                        sample.batchId(),
                        sample.grams(),
                        sample.keptUntil(),
                        sample.location(),
                        sample.keptBy(),
                        sample.keptAt())
                .write(connection);
    }

    Optional<OfSite> find(Connection connection, long sampleId) throws SQLException {
        return Sql.on(connection, COLUMNS + "where s.sample_id = ?")
                .with(sampleId)
                .first(row -> new OfSite(Sample.read(row), row.number("site_id")));
    }

    /// What was kept of the batches of some days.
    List<Sample> of(Connection connection, long siteId, LocalDate from, LocalDate to)
            throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                where b.site_id = ? and b.service_date between ? and ?
                                order by s.sample_id
                                """)
                .with(siteId, from, to)
                .list(Sample::read);
    }

    void dispose(Connection connection, long sampleId, String by, Instant at) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update kitchen_sample
                           set disposed_at = ?, disposed_by = ?
                         where sample_id = ? and disposed_at is null
                        """)
                .with(at, by, sampleId)
                .run();
    }
}
