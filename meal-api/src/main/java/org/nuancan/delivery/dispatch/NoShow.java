package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunEvents;
import org.nuancan.delivery.RunFilter;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.event.EventType;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.progress.Preorders;

/// Records that the carrier did not come for a run. From then on no order of the run can leave.
/// Each order fails in its own transaction, because each one locks its own elder; a call that was
/// interrupted can be repeated to process the remaining orders.
@Singleton
final class NoShow {

    private final Transactions transactions;
    private final RunStore rows;
    private final RunMapper showing;
    private final Preorders orders;
    private final Telling telling;

    /// Events about runs, and the time.
    @Singleton
    record Telling(RunEvents events, Clock clock) {}

    NoShow(
            Transactions transactions,
            RunStore rows,
            RunMapper showing,
            Preorders orders,
            Telling telling) {
        this.transactions = transactions;
        this.rows = rows;
        this.showing = showing;
        this.orders = orders;
        this.telling = telling;
    }

    /// Records that the carrier did not come. If only the kitchen reports it, the loss stays with
    /// the kitchen. Others can bear it once the carrier's own dispatcher or an officer of the
    /// street calls this too.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_NOT_DUE` before the meal's day, `UNUSABLE` for
    ///   a run that has left, or if the street is the first to report it
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

    /// Whether the caller can confirm the kitchen's report: a carrier other than the kitchen, or
    /// the street.
    private static boolean isSecondParty(Run run, Caller caller) {
        var parties = run.parties();
        return caller.is(Role.STREET_OFFICER)
                || (caller.is(Role.DISPATCHER)
                        && parties.carrierId() != parties.kitchenId()
                        && Loading.carrier(caller) == parties.carrierId());
    }

    /// Marks the run, so that no order of it can leave.
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
                case OUT, FINISHED, CANCELLED -> throw ProblemException.of(ProblemCode.UNUSABLE);
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
