package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.event.EventType;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.kitchen.Freshness;
import org.nuancan.kitchen.Stale;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;

/// Runs leave and come to their end.
@Singleton
final class Leaving {

    private final RunRows rows;
    private final RunEvents events;
    private final Preorders preorders;
    private final Freshness freshness;

    Leaving(RunRows rows, RunEvents events, Preorders preorders, Freshness freshness) {
        this.rows = rows;
        this.events = events;
        this.preorders = preorders;
        this.freshness = freshness;
    }

    /// A run, whose row is locked, leaves the kitchen with all that is open; said again, with what
    /// has not left yet.
    ///
    /// @throws ProblemException `MEAL_TOO_OLD`, `UNUSABLE`
    void leave(Connection connection, Run run, String by, Instant at) throws SQLException {
        if (run.state() == RunState.NO_SHOW) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        var waiting =
                preorders.all(connection, run.orderIds()).stream()
                        .filter(Loading::isToBeCarried)
                        .map(Preorder::orderId)
                        .sorted()
                        .toList();
        if (!waiting.isEmpty()) {
            var stale = freshness.stale(connection, run.meal(), waiting, at);
            if (!stale.isEmpty()) {
                throw ProblemException.with(ProblemCode.MEAL_TOO_OLD, told(stale));
            }
        }
        for (var orderId : waiting) {
            var _ = preorders.out(connection, orderId, Action.of("OUT/" + run.runId(), by, at));
        }
        if (run.state() == RunState.PLANNED) {
            rows.progress(connection, run.runId(), RunState.OUT, Optional.of(at), Optional.empty());
            events.tell(connection, EventType.RUN_DEPARTED, run, at);
        }
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
    void stopped(Connection connection, Run run, Instant at) throws SQLException {
        if (!run.state().isOpen()) {
            return;
        }
        var isOpen =
                preorders.all(connection, run.orderIds()).stream()
                        .anyMatch(order -> order.state().isOpen());
        var left = run.times().departedAt().filter(known -> known.isBefore(at)).orElse(at);
        if (isOpen) {
            if (run.state() == RunState.PLANNED) {
                rows.progress(
                        connection, run.runId(), RunState.OUT, Optional.of(left), Optional.empty());
                events.tell(connection, EventType.RUN_DEPARTED, run, left);
            }
            return;
        }
        rows.progress(
                connection, run.runId(), RunState.FINISHED, Optional.of(left), Optional.of(at));
        events.tell(connection, EventType.RUN_FINISHED, run, at);
    }
}
