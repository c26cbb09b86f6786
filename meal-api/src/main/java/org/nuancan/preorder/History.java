package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/// Writes what a step did, and the order as it then stands.
@Singleton
final class History {

    private final PreorderRows rows;
    private final StepRows steps;

    History(PreorderRows rows, StepRows steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /// Whether the action was told before; the order is locked.
    boolean has(Connection connection, Preorder order, Action action) throws SQLException {
        return steps.has(connection, order.orderId(), action.id());
    }

    Preorder done(
            Connection connection,
            Preorder order,
            Action action,
            StepKind kind,
            Preorder.Progress after)
            throws SQLException {
        steps.add(connection, order, action, kind, Step.Outcome.DONE, after);
        return with(connection, order, after);
    }

    /// @param cooked whether the step says that it was cooked
    StepOutcome unchanged(
            Connection connection, Preorder order, Action action, StepKind kind, boolean cooked)
            throws SQLException {
        var after = more(order, cooked);
        steps.add(connection, order, action, kind, Step.Outcome.UNCHANGED, after);
        return new StepOutcome.Unchanged(with(connection, order, after));
    }

    StepOutcome refused(Connection connection, Preorder order, Action action, StepKind kind)
            throws SQLException {
        return new StepOutcome.Refused(kept(connection, order, action, kind));
    }

    StepOutcome tooLate(Connection connection, Preorder order, Action action, StepKind kind)
            throws SQLException {
        return new StepOutcome.TooLate(kept(connection, order, action, kind));
    }

    private Preorder kept(Connection connection, Preorder order, Action action, StepKind kind)
            throws SQLException {
        var after = more(order, false);
        steps.add(connection, order, action, kind, Step.Outcome.REFUSED, after);
        return with(connection, order, after);
    }

    private static Preorder.Progress more(Preorder order, boolean cooked) {
        var before = order.progress();
        return new Preorder.Progress(
                before.state(), cooked || before.cooked(), before.failure(), before.steps() + 1);
    }

    private Preorder with(Connection connection, Preorder order, Preorder.Progress after)
            throws SQLException {
        rows.progress(connection, order.orderId(), after);
        return order.at(after);
    }
}
