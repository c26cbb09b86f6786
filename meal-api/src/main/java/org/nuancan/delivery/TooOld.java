package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;
import org.nuancan.kitchen.Stale;

/// What was carried away although it was too old to leave. A meal that was handed over was handed
/// over, so no call of a rider is refused for it; what went wrong stands on the run and is told.
@Singleton
final class TooOld {

    private final RunEvents events;

    TooOld(RunEvents events) {
        this.events = events;
    }

    /// Writes it down and tells the kitchen, the carrier and the officers of the area.
    void notice(Connection connection, Run run, List<Stale> stale, Instant at) throws SQLException {
        if (stale.isEmpty()) {
            return;
        }
        var rows =
                Batch.into(
                        "delivery_too_old",
                        "run_id",
                        "batch_id",
                        "sku",
                        "cooked_at",
                        "portions",
                        "noticed_at");
        for (var one : stale) {
            rows.row(run.runId(), one.batchId(), one.sku(), one.cookedAt(), one.portions(), at);
        }
        rows.write(connection);
        events.tooOld(connection, run, stale, at);
    }

    /// What stands on a run, by batch.
    List<Stale> of(Connection connection, long runId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select sku, batch_id, cooked_at, portions
                          from delivery_too_old
                         where run_id = ?
                         order by batch_id
                        """)
                .with(runId)
                .list(row ->
                        new Stale(
                                row.text("sku"),
                                row.number("batch_id"),
                                row.instant("cooked_at"),
                                row.integer("portions")));
    }

    /// It had left in time: the phone was late, not the meal.
    void withdraw(Connection connection, long runId) throws SQLException {
        Sql.on(connection, "delete from delivery_too_old where run_id = ?").with(runId).run();
    }
}
