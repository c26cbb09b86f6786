package org.nuancan.ordering.record;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.StepOutcome;

/// Writes the history of orders and the state of an order after each step. Entries are only added,
/// with the order locked.
@Singleton
public final class History {

    private final PreorderStore orders;
    private final StepRepository steps;
    private final OrderEvents events;
    private final Clock clock;

    History(PreorderStore orders, StepRepository steps, OrderEvents events, Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /// The steps of an order, oldest first.
    public List<Step> list(long orderId) {
        return steps.list(orderId).stream().map(StepEntity::step).toList();
    }

    /// The steps of orders, by order, oldest first.
    public Map<Long, List<Step>> list(Collection<Long> orderIds) {
        return steps.listOf(InList.of(orderIds)).stream()
                .collect(
                        groupingBy(
                                step -> step.id().orderId(), mapping(StepEntity::step, toList())));
    }

    /// Whether the history already has the action; the order must be locked.
    public boolean has(Preorder order, Action action) {
        return steps.existsByIdOrderIdAndActionId(order.orderId(), action.id());
    }

    /// Writes the first entry of a new order.
    public void placed(Preorder order) {
        orders.insert(order);
        var when = order.when();
        add(
                order,
                Action.of("PLACE", when.placedBy(), when.placedAt()),
                StepKind.PLACE,
                Step.Outcome.DONE,
                order.progress());
    }

    /// Records a step that changes the order, with its event.
    ///
    /// @return the order in its new state
    public Preorder done(Preorder order, Action action, StepKind kind, Preorder.Progress after) {
        add(order, action, kind, Step.Outcome.DONE, after);
        return with(order, after);
    }

    /// @param cooked whether the step proves that the order was cooked
    public StepOutcome unchanged(Preorder order, Action action, StepKind kind, boolean cooked) {
        var after = more(order, cooked);
        add(order, action, kind, Step.Outcome.UNCHANGED, after);
        return new StepOutcome.Unchanged(with(order, after));
    }

    /// Records a step that contradicts earlier ones; the order keeps its state.
    public StepOutcome refused(Preorder order, Action action, StepKind kind) {
        return new StepOutcome.Refused(kept(order, action, kind));
    }

    /// Records a proof that came after the failure was final; the order keeps its state.
    public StepOutcome tooLate(Preorder order, Action action, StepKind kind) {
        return new StepOutcome.TooLate(kept(order, action, kind));
    }

    private Preorder kept(Preorder order, Action action, StepKind kind) {
        var after = more(order, false);
        add(order, action, kind, Step.Outcome.REFUSED, after);
        return with(order, after);
    }

    private static Preorder.Progress more(Preorder order, boolean cooked) {
        var before = order.progress();
        return new Preorder.Progress(
                before.state(), cooked || before.cooked(), before.failure(), before.steps() + 1);
    }

    private Preorder with(Preorder order, Preorder.Progress after) {
        orders.progress(order.orderId(), after);
        return order.at(after);
    }

    private void add(
            Preorder order,
            Action action,
            StepKind kind,
            Step.Outcome outcome,
            Preorder.Progress after) {
        var now = clock.instant();
        var happenedAt = action.at().isAfter(now) ? now : action.at();
        var failure = after.failure().filter(_ -> kind == StepKind.FAIL);
        var _ =
                steps.save(
                        new StepEntity(
                                new StepEntity.Key(order.orderId(), after.steps()),
                                action.id(),
                                kind,
                                kind == StepKind.PLACE ? null : order.state(),
                                after.state(),
                                outcome,
                                action.by(),
                                happenedAt,
                                now,
                                failure.map(FailureReason::name).orElse(null),
                                action.note().orElse(null)));
        if (outcome == Step.Outcome.DONE) {
            events.tell(order, kind, after, happenedAt);
        }
    }
}
