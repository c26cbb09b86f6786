package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// The history of orders: only ever added to, under the lock of the order.
@Singleton
final class StepRows {

    private final Clock clock;
    private final OrderEvents events;

    StepRows(Clock clock, OrderEvents events) {
        this.clock = clock;
        this.events = events;
    }

    /// Whether an action is in the order's history already.
    boolean has(Connection connection, long orderId, String actionId) throws SQLException {
        return Sql.on(
                        connection,
                        "select number from preorder_step where order_id = ? and action_id = ?")
                .with(orderId, actionId)
                .exists();
    }

    void add(
            Connection connection,
            Preorder order,
            Action action,
            StepKind kind,
            Step.Outcome outcome,
            Preorder.Progress after)
            throws SQLException {
        var now = clock.instant();
        Batch.into(
                        "preorder_step",
                        "order_id",
                        "number",
                        "action_id",
                        "kind",
                        "from_state",
                        "to_state",
                        "outcome",
                        "done_by",
                        "happened_at",
                        "recorded_at",
                        "reason",
                        "note")
                .row(
                        order.orderId(),
                        after.steps(),
                        action.id(),
                        kind,
                        kind == StepKind.PLACE ? null : order.state(),
                        after.state(),
                        outcome,
                        action.by(),
                        action.at().isAfter(now) ? now : action.at(),
                        now,
                        kind == StepKind.FAIL ? after.failure().orElse(null) : null,
                        action.note().orElse(null))
                .write(connection);
        if (outcome == Step.Outcome.DONE) {
            var happenedAt = action.at().isAfter(now) ? now : action.at();
            events.tell(connection, order, kind, after, happenedAt);
        }
    }

    List<Step> of(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select number, action_id, kind, from_state, to_state, outcome, done_by,
                               happened_at, recorded_at, reason, note
                          from preorder_step
                         where order_id = ?
                         order by number
                        """)
                .with(orderId)
                .list(StepRows::step);
    }

    private static Step step(Row row) throws SQLException {
        Optional<PreorderState> from = row.maybeText("from_state").map(PreorderState::valueOf);
        return new Step(
                row.integer("number"),
                row.text("action_id"),
                row.name("kind", StepKind.class),
                from,
                row.name("to_state", PreorderState.class),
                row.name("outcome", Step.Outcome.class),
                row.text("done_by"),
                row.instant("happened_at"),
                row.instant("recorded_at"),
                row.maybeText("reason"),
                row.maybeText("note"));
    }
}
