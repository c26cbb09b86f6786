package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.menu.MenuService;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.Calendar;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Lifecycle;
import org.nuancan.ordering.Move;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.loss.Failing;
import org.nuancan.ordering.record.History;
import org.nuancan.ordering.record.PreorderStore;

/// Performs the steps that book nothing immediately.
@Singleton
final class Progressing {

    private final PreorderStore orders;
    private final History history;
    private final Failing failing;
    private final HeldOrders held;
    private final MenuService menus;
    private final Calendar calendar;

    Progressing(
            PreorderStore orders,
            History history,
            Failing failing,
            HeldOrders held,
            MenuService menus,
            Calendar calendar) {
        this.orders = orders;
        this.history = history;
        this.failing = failing;
        this.held = held;
        this.menus = menus;
        this.calendar = calendar;
    }

    /// Moves an order to a later state.
    ///
    /// @throws ProblemException `ORDER_NOT_DUE`
    StepOutcome advance(long orderId, Action action, StepKind kind) {
        var locked = orders.lock(orderId);
        if (locked.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        var order = locked.get();
        if (history.has(order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        calendar.mustBeDue(order, kind, Optional.empty(), action);
        var cooked = kind == StepKind.PREPARE || kind == StepKind.OUT;
        return switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> history.refused(order, action, kind);
            case Move.Stay() -> {
                var unchanged = history.unchanged(order, action, kind, cooked);
                if (cooked && order.state() == PreorderState.FAILED) {
                    failing.isKnownNow(order);
                }
                yield unchanged;
            }
            case Move.To(var state) -> {
                var after =
                        new Preorder.Progress(
                                state,
                                cooked || order.progress().cooked(),
                                Optional.empty(),
                                order.progress().steps() + 1);
                yield new StepOutcome.Done(history.done(order, action, kind, after));
            }
        };
    }

    /// Cancels or fails an order and releases its limits and portions.
    ///
    /// @param reason the reason of a failure
    /// @throws ProblemException `ORDER_NOT_DUE`
    StepOutcome giveUp(long orderId, Action action, StepKind kind, Optional<FailureReason> reason) {
        var seen = orders.find(orderId);
        if (seen.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        calendar.mustBeDue(seen.get(), kind, reason, action);
        var date = seen.get().when().serviceDate();
        var day = kind == StepKind.FAIL ? calendar.lockOpen(date) : new BusinessDay(date);
        var reserved = held.lock(orderId, seen.get().eater().elderId(), date);
        var order = orders.lock(orderId).orElseThrow();
        if (history.has(order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        return switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> history.refused(order, action, kind);
            case Move.Stay() -> history.unchanged(order, action, kind, false);
            case Move.To(var state) -> {
                held.giveBack(reserved);
                menus.giveBack(order.meal(), order.portions());
                if (reason.isPresent()) {
                    failing.record(order, day, action, reason.get());
                }
                var failedAtTheDoor = reason.filter(FailureReason::isAtTheDoor).isPresent();
                var after =
                        new Preorder.Progress(
                                state,
                                order.progress().cooked() || failedAtTheDoor,
                                reason,
                                order.progress().steps() + 1);
                yield new StepOutcome.Done(history.done(order, action, kind, after));
            }
        };
    }

    /// Records that a party other than the kitchen confirms a failure; an order that has not failed
    /// for this reason is not changed.
    void confirm(long orderId, FailureReason reason, String by) {
        var order = orders.lock(orderId);
        if (order.isPresent() && order.get().progress().failure().equals(Optional.of(reason))) {
            failing.confirm(order.get(), by);
        }
    }
}
