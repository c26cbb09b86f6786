package org.nuancan.ordering.progress;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.record.History;
import org.nuancan.ordering.record.PreorderStore;

/// Steps that a kitchen reports for an order, and takes back. Reporting a step twice counts once;
/// after it was taken back it can be reported again.
@Singleton
public class KitchenSteps {

    private final PreorderStore orders;
    private final History history;
    private final Progressing progressing;
    private final Clock clock;

    KitchenSteps(PreorderStore orders, History history, Progressing progressing, Clock clock) {
        this.orders = orders;
        this.history = history;
        this.progressing = progressing;
        this.clock = clock;
    }

    /// Records that the kitchen accepted the order.
    ///
    /// @param by the user
    /// @throws ProblemException `ORDER_NOT_DUE` before the day before the meal's
    @Transactional
    public StepOutcome accept(long orderId, String by) {
        return report(orderId, StepKind.ACCEPT, "ACCEPTED", by);
    }

    /// Records that the order is cooked and packed.
    ///
    /// @param by the user
    /// @throws ProblemException `ORDER_NOT_DUE` before the meal's day
    @Transactional
    public StepOutcome prepare(long orderId, String by) {
        return report(orderId, StepKind.PREPARE, "PREPARED", by);
    }

    private StepOutcome report(long orderId, StepKind kind, String name, String by) {
        if (orders.lock(orderId).isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        return progressing.advance(orderId, action(orderId, name, by), kind);
    }

    /// Takes back that the kitchen accepted the order, within ten minutes and before the next step.
    ///
    /// @param by the user
    /// @throws ProblemException `UNDO_TOO_LATE`
    @Transactional
    public StepOutcome unaccept(long orderId, String by) {
        return undo(orderId, StepKind.UNACCEPT, by);
    }

    /// Takes back that the order is cooked and packed, within ten minutes and before the next step.
    ///
    /// @param by the user
    /// @throws ProblemException `UNDO_TOO_LATE`
    @Transactional
    public StepOutcome unprepare(long orderId, String by) {
        return undo(orderId, StepKind.UNPREPARE, by);
    }

    private StepOutcome undo(long orderId, StepKind kind, String by) {
        var locked = orders.lock(orderId);
        if (locked.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        var order = locked.get();
        var effect = KitchenUndo.of(kind, order.state(), history.list(orderId), clock.instant());
        return switch (effect) {
            case KitchenUndo.Effect.Nothing() -> new StepOutcome.Unchanged(order);
            case KitchenUndo.Effect.Refused() -> new StepOutcome.Refused(order);
            case KitchenUndo.Effect.TooLate() ->
                    throw ProblemException.of(ProblemCode.UNDO_TOO_LATE);
            case KitchenUndo.Effect.Back(var state) -> {
                var after =
                        new Preorder.Progress(
                                state,
                                false,
                                order.progress().failure(),
                                order.progress().steps() + 1);
                var action = action(orderId, kind.name(), by);
                yield new StepOutcome.Done(history.done(order, action, kind, after));
            }
        };
    }

    /// An action that counts once until a step is taken back.
    private Action action(long orderId, String name, String by) {
        var undone =
                history.list(orderId).stream()
                        .filter(step ->
                                step.kind() == StepKind.UNACCEPT
                                        || step.kind() == StepKind.UNPREPARE)
                        .count();
        return Action.of(undone == 0 ? name : name + "/" + undone, by, clock.instant());
    }
}
