package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.db.Transactions;
import org.nuancan.event.EventType;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;

/// The carrier did not come for a run. Once it is said nothing leaves any more; then each order
/// fails in a transaction of its own, since each locks its own elder: broken off and said again,
/// the rest follows.
@Singleton
final class NoShow {

    private final Transactions transactions;
    private final RunRows rows;
    private final RunShowing showing;
    private final Preorders preorders;
    private final Telling telling;

    /// How it is told, and when.
    @Singleton
    record Telling(RunEvents events, Clock clock) {}

    NoShow(
            Transactions transactions,
            RunRows rows,
            RunShowing showing,
            Preorders preorders,
            Telling telling) {
        this.transactions = transactions;
        this.rows = rows;
        this.showing = showing;
        this.preorders = preorders;
        this.telling = telling;
    }

    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` for a run that has left
    RunAnswer tell(Id runId, Caller caller) {
        var now = telling.clock().instant();
        var open = said(runId, caller);
        preorders.prepare();
        for (var orderId : open) {
            var _ =
                    transactions.inOne(connection ->
                            preorders.fail(
                                    connection,
                                    orderId,
                                    Action.of("NO_SHOW/" + runId.text(), caller.username(), now),
                                    FailureReason.CARRIER_NO_SHOW));
        }
        return transactions.reading(connection ->
                showing.of(connection, rows.find(connection, runId.value()).orElseThrow()));
    }

    /// The orders that are to fail.
    private List<Long> said(Id runId, Caller caller) {
        var now = telling.clock().instant();
        return transactions.inOne(connection -> {
            var run =
                    rows.lock(connection, runId.value())
                            .filter(found -> RunFilter.isSeenBy(found, caller))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            switch (run.state()) {
                case PLANNED -> {
                    rows.progress(
                            connection,
                            run.runId(),
                            RunState.NO_SHOW,
                            Optional.empty(),
                            Optional.of(now));
                    telling.events().tell(connection, EventType.RUN_NO_SHOW, run, now);
                }
                case NO_SHOW -> {}
                case OUT, FINISHED -> throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            return preorders.all(connection, run.orderIds()).stream()
                    .filter(order -> order.state().isOpen())
                    .map(Preorder::orderId)
                    .sorted()
                    .toList();
        });
    }
}
