package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.event.EventType;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.Preorders;

/// The carrier did not come for a run. Once it is said nothing leaves any more; then each order
/// fails in a transaction of its own, since each locks its own elder: broken off and said again,
/// the rest follows.
@Singleton
final class NoShow {

    private final Transactions transactions;
    private final RunRows rows;
    private final RunShowing showing;
    private final Preorders orders;
    private final Telling telling;

    /// How it is told, and when.
    @Singleton
    record Telling(RunEvents events, Clock clock) {}

    NoShow(
            Transactions transactions,
            RunRows rows,
            RunShowing showing,
            Preorders orders,
            Telling telling) {
        this.transactions = transactions;
        this.rows = rows;
        this.showing = showing;
        this.orders = orders;
        this.telling = telling;
    }

    /// Says that nobody came. The kitchen's word alone lets nobody else pay: the carrier's own
    /// dispatcher, or an officer of the street, says the same by the same call.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_NOT_DUE` before the meal's day, `UNUSABLE` for
    ///   a run that has left, or if the street is the first to say it
    RunAnswer tell(Id runId, Caller caller) {
        var now = telling.clock().instant();
        var run = said(runId, caller);
        orders.prepare();
        for (var orderId : run.orderIds().stream().sorted().toList()) {
            var _ =
                    transactions.inOne(_ -> {
                        fail(orderId, runId, caller, now);
                        if (isSecondParty(run, caller)) {
                            orders.confirm(
                                    orderId, FailureReason.CARRIER_NO_SHOW, caller.username());
                        }
                        return orderId;
                    });
        }
        return transactions.reading(_ -> showing.of(rows.find(runId.value()).orElseThrow()));
    }

    private void fail(long orderId, Id runId, Caller caller, Instant now) {
        var isOpen = orders.find(orderId).filter(one -> one.state().isOpen()).isPresent();
        if (isOpen) {
            var _ =
                    orders.fail(
                            orderId,
                            Action.of("NO_SHOW/" + runId.text(), caller.username(), now),
                            FailureReason.CARRIER_NO_SHOW);
        }
    }

    /// Whether a caller gains nothing from the kitchen's claim: the carrier that is not the
    /// kitchen, or the street.
    private static boolean isSecondParty(Run run, Caller caller) {
        var parties = run.parties();
        return caller.is(Role.STREET_OFFICER)
                || (caller.is(Role.DISPATCHER)
                        && parties.carrierId() != parties.kitchenId()
                        && Loading.carrier(caller) == parties.carrierId());
    }

    /// The run, on which nothing leaves any more.
    private Run said(Id runId, Caller caller) {
        var now = telling.clock().instant();
        return transactions.inOne(_ -> {
            var run =
                    rows.lock(runId.value())
                            .filter(found -> RunFilter.isSeenBy(found, caller))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            if (run.date().isAfter(BusinessDay.of(now).date())) {
                throw ProblemException.of(ProblemCode.ORDER_NOT_DUE);
            }
            switch (run.state()) {
                case PLANNED -> begin(run, caller, now);
                case NO_SHOW -> {}
                case OUT, FINISHED -> throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            return run;
        });
    }

    private void begin(Run run, Caller caller, Instant now) {
        if (caller.is(Role.STREET_OFFICER)) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        rows.progress(run.runId(), RunState.NO_SHOW, Optional.empty(), Optional.of(now));
        telling.events().tell(EventType.RUN_NO_SHOW, run, now);
    }
}
