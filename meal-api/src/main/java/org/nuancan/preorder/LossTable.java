package org.nuancan.preorder;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;

/// The table of reasons as its keeper sees it: versions are added, none is ever changed.
@Singleton
final class LossTable {

    /// A version of a reason.
    ///
    /// @param effectiveTo the last service date; null: open
    @Introspected
    record Version(
            LossReason reason,
            int version,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String bearer,
            String setBy) {}

    List<Version> all(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select reason, version, effective_from, effective_to, bearer, set_by
                          from loss_bearer
                         order by reason, version
                        """)
                .list(row ->
                        new Version(
                                row.name("reason", LossReason.class),
                                row.integer("version"),
                                row.date("effective_from"),
                                row.maybeDate("effective_to").orElse(null),
                                row.text("bearer"),
                                row.text("set_by")));
    }

    Version add(Connection connection, LossBearerController.NewVersion body, String by, Instant at)
            throws SQLException {
        // The first version is always there: it holds whoever else adds one.
        var last =
                Sql.on(
                                connection,
                                "select version from loss_bearer where reason = ? order by version for update")
                        .with(body.reason())
                        .list(row -> row.integer("version"))
                        .getLast();
        var version =
                new Version(
                        body.reason(),
                        last + 1,
                        body.effectiveFrom(),
                        body.effectiveTo(),
                        body.bearer(),
                        by);
        Batch.into(
                        "loss_bearer",
                        "reason",
                        "version",
                        "effective_from",
                        "effective_to",
                        "bearer",
                        "set_by",
                        "set_at")
                .row(
                        version.reason(),
                        version.version(),
                        version.effectiveFrom(),
                        version.effectiveTo(),
                        version.bearer(),
                        by,
                        at)
                .write(connection);
        return version;
    }
}
