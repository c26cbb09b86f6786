package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.event.EventType;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.kitchen.Freshness;
import org.nuancan.kitchen.Stale;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;

/// Runs leave and come to their end.
@Singleton
final class Leaving {

    private final RunRows rows;
    private final RunEvents events;
    private final Preorders orders;
    private final Freshness freshness;
    private final TooOld tooOld;

    Leaving(RunRows rows, RunEvents events, Preorders orders, Freshness freshness, TooOld tooOld) {
        this.rows = rows;
        this.events = events;
        this.orders = orders;
        this.freshness = freshness;
        this.tooOld = tooOld;
    }

    /// A run, whose row is locked, leaves the kitchen with all that is open; said again, with what
    /// has not left yet.
    ///
    /// @throws ProblemException `ORDER_NOT_DUE` before the meal's day, `MEAL_TOO_OLD`, `UNUSABLE`
    void leave(Run run, String by, Instant at) {
        if (run.state() == RunState.NO_SHOW) {
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
                throw ProblemException.with(ProblemCode.MEAL_TOO_OLD, told(stale));
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

    /// What failed at its door was carried there, though the phone tells of the departure later.
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

    /// All that was on it may have been given up before: nobody drives then.
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

    /// That a run left is heard of after what was done at its doors. If it left while its meals
    /// were fresh, nothing was wrong.
    private void leftBefore(Run run, Instant at) {
        if (run.times().departedAt().filter(at::isBefore).isEmpty()
                || !staleOnBoard(run, at).isEmpty()) {
            return;
        }
        tooOld.withdraw(run.runId());
        rows.progress(run.runId(), run.state(), Optional.of(at), run.times().finishedAt());
    }

    /// What of all that the rider took along may not have left at an instant.
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

    private static Map<String, Object> told(List<Stale> stale) {
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

    /// Something was done at a stop of a run, whose row is locked: the rider must have left by
    /// then, and if nothing is open any more the run has come to its end.
    void stopped(Run run, Instant at) {
        if (!run.state().isOpen()) {
            return;
        }
        var left = run.times().departedAt().filter(known -> known.isBefore(at)).orElse(at);
        var leftUnsaid = run.state() == RunState.PLANNED;
        if (leftUnsaid) {
            // Nobody knows when it left, only that it had by now.
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
