package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
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

    /// Says that nobody came. The kitchen's word alone lets nobody else pay: the carrier's own
    /// dispatcher, or an officer of the street, says the same by the same call.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_NOT_DUE` before the meal's day, `UNUSABLE` for
    ///   a run that has left, or if the street is the first to say it
    RunAnswer tell(Id runId, Caller caller) {
        var now = telling.clock().instant();
        var run = said(runId, caller);
        preorders.prepare();
        for (var orderId : run.orderIds().stream().sorted().toList()) {
            var _ =
                    transactions.inOne(connection -> {
                        fail(connection, orderId, runId, caller, now);
                        if (isSecondParty(run, caller)) {
                            preorders.confirm(
                                    connection,
                                    orderId,
                                    FailureReason.CARRIER_NO_SHOW,
                                    caller.username());
                        }
                        return orderId;
                    });
        }
        return transactions.reading(connection ->
                showing.of(connection, rows.find(connection, runId.value()).orElseThrow()));
    }

    private void fail(Connection connection, long orderId, Id runId, Caller caller, Instant now)
            throws SQLException {
        var isOpen =
                preorders.find(connection, orderId).filter(one -> one.state().isOpen()).isPresent();
        if (isOpen) {
            var _ =
                    preorders.fail(
                            connection,
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
        return transactions.inOne(connection -> {
            var run =
                    rows.lock(connection, runId.value())
                            .filter(found -> RunFilter.isSeenBy(found, caller))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            if (run.date().isAfter(BusinessDay.of(now).date())) {
                throw ProblemException.of(ProblemCode.ORDER_NOT_DUE);
            }
            switch (run.state()) {
                case PLANNED -> begin(connection, run, caller, now);
                case NO_SHOW -> {}
                case OUT, FINISHED -> throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            return run;
        });
    }

    private void begin(Connection connection, Run run, Caller caller, Instant now)
            throws SQLException {
        if (caller.is(Role.STREET_OFFICER)) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        rows.progress(
                connection, run.runId(), RunState.NO_SHOW, Optional.empty(), Optional.of(now));
        telling.events().tell(connection, EventType.RUN_NO_SHOW, run, now);
    }
}
