package org.nuancan.delivery.ride;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunEvents;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.TooOld;
import org.nuancan.delivery.dispatch.Loading;
import org.nuancan.event.EventType;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.kitchen.Freshness;
import org.nuancan.kitchen.Stale;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Preorders;

/// Records that runs left the kitchen and that they finished.
@Singleton
final class Leaving {

    private final RunStore rows;
    private final RunEvents events;
    private final Preorders orders;
    private final Freshness freshness;
    private final TooOld tooOld;

    Leaving(RunStore rows, RunEvents events, Preorders orders, Freshness freshness, TooOld tooOld) {
        this.rows = rows;
        this.events = events;
        this.orders = orders;
        this.freshness = freshness;
        this.tooOld = tooOld;
    }

    /// Records that a run, whose row is locked, left the kitchen with all its open orders. A
    /// repeated call applies to the orders that have not left yet.
    ///
    /// @throws ProblemException `ORDER_NOT_DUE` before the meal's day, `MEAL_TOO_OLD`, `UNUSABLE`
    void leave(Run run, String by, Instant at) {
        if (run.state() == RunState.NO_SHOW || run.state() == RunState.CANCELLED) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        if (run.date().isAfter(BusinessDay.of(at).date())) {
            throw ProblemException.of(ProblemCode.ORDER_NOT_DUE);
        }
        var carried = orders.all(run.orderIds());
        var waiting =
                carried.stream()
                        .filter(Loading::isToBeCarried)
                        .map(Preorder::orderId)
                        .sorted()
                        .toList();
        if (!waiting.isEmpty()) {
            var stale = stale(run, waiting, at);
            if (!stale.isEmpty()) {
                throw ProblemException.with(ProblemCode.MEAL_TOO_OLD, details(stale));
            }
        }
        for (var orderId : waitingOrFailed(carried)) {
            var _ = orders.out(orderId, Action.of("OUT/" + run.runId(), by, at));
        }
        if (run.state() == RunState.PLANNED) {
            rows.progress(run.runId(), RunState.OUT, Optional.of(at), Optional.empty());
            events.tell(EventType.RUN_DEPARTED, run, at);
            finishIfDone(run, at);
        } else {
            leftBefore(run, at);
        }
    }

    /// Includes orders that failed at the door: they left the kitchen, although the departure is
    /// reported after the failure.
    private static List<Long> waitingOrFailed(Collection<Preorder> orders) {
        return orders.stream()
                .filter(order ->
                        Loading.isToBeCarried(order)
                                || order.progress()
                                        .failure()
                                        .filter(FailureReason::isAtTheDoor)
                                        .isPresent())
                .map(Preorder::orderId)
                .sorted()
                .toList();
    }

    /// If all orders of the run were cancelled before, the rider does not leave.
    private void finishIfDone(Run run, Instant at) {
        if (!isOpen(run)) {
            finish(run, at, at);
        }
    }

    private boolean isOpen(Run run) {
        return orders.all(run.orderIds()).stream().anyMatch(order -> order.state().isOpen());
    }

    private void finish(Run run, Instant left, Instant at) {
        rows.progress(run.runId(), RunState.FINISHED, Optional.of(left), Optional.of(at));
        events.tell(EventType.RUN_FINISHED, run, at);
    }

    /// Handles a departure that is reported after steps at the doors. If the run left while its
    /// meals were fresh, the mark for meals that were too old is removed.
    private void leftBefore(Run run, Instant at) {
        if (run.times().departedAt().filter(at::isBefore).isEmpty()
                || !staleOnBoard(run, at).isEmpty()) {
            return;
        }
        tooOld.withdraw(run.runId());
        rows.progress(run.runId(), run.state(), Optional.of(at), run.times().finishedAt());
    }

    /// Batches on board that should not have left at an instant.
    private List<Stale> staleOnBoard(Run run, Instant at) {
        var onBoard =
                orders.all(run.orderIds()).stream()
                        .filter(Preorder::isCooked)
                        .map(Preorder::orderId)
                        .toList();
        return stale(run, onBoard, at);
    }

    private List<Stale> stale(Run run, List<Long> leaving, Instant at) {
        return freshness.stale(run.meal(), leaving, at);
    }

    private static Map<String, Object> details(List<Stale> stale) {
        return Map.of(
                "meals",
                stale.stream()
                        .map(one ->
                                Map.of(
                                        "sku",
                                        one.sku(),
                                        "batchId",
                                        Long.toString(one.batchId()),
                                        "cookedAt",
                                        one.cookedAt().toString(),
                                        "portions",
                                        one.portions()))
                        .toList());
    }

    /// Records a step at a stop of a run, whose row is locked. The rider must have left by then; if
    /// no order is open any more, the run is finished.
    void stopped(Run run, Instant at) {
        if (!run.state().isOpen()) {
            return;
        }
        var left = run.times().departedAt().filter(known -> known.isBefore(at)).orElse(at);
        var leftUnsaid = run.state() == RunState.PLANNED;
        if (leftUnsaid) {
            // The time of departure is not known; it is not later than this instant.
            tooOld.notice(run, staleOnBoard(run, at), at);
        }
        if (isOpen(run)) {
            if (leftUnsaid) {
                rows.progress(run.runId(), RunState.OUT, Optional.of(left), Optional.empty());
                events.tell(EventType.RUN_DEPARTED, run, left);
            }
            return;
        }
        finish(run, left, at);
    }
}
