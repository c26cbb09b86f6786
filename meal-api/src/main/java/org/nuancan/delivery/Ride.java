package org.nuancan.delivery;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.RiderController.Delivered;
import org.nuancan.delivery.RiderController.Departure;
import org.nuancan.delivery.RiderController.Failed;
import org.nuancan.delivery.RiderController.StopDone;
import org.nuancan.http.Answer;
import org.nuancan.http.Id;
import org.nuancan.http.IdempotencyKey;
import org.nuancan.http.IdempotencyKeys;
import org.nuancan.http.IdempotencyKeys.Attempted;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;
import org.nuancan.preorder.StepOutcome;
import org.nuancan.welfare.Alerts;

/// A rider's calls. Each is harmless when it comes twice, late or out of order: what was handed
/// over stands, whatever comes before or after it.
@Singleton
final class Ride {

    /// What happens to runs.
    @Singleton
    record Files(RunRows rows, RunShowing showing, Leaving leaving, Clock clock) {}

    /// What follows from a stop.
    @Singleton
    record Consequences(Proofs proofs, Alerts alerts, Places places) {}

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Files files;
    private final Preorders preorders;
    private final Consequences consequences;

    Ride(
            Transactions transactions,
            IdempotencyKeys keys,
            Files files,
            Preorders preorders,
            Consequences consequences) {
        this.transactions = transactions;
        this.keys = keys;
        this.files = files;
        this.preorders = preorders;
        this.consequences = consequences;
    }

    /// @throws ProblemException `NOT_FOUND` if the rider has none
    RunAnswer run(Caller caller) {
        return transactions.reading(
                connection -> files.showing().forRider(connection, current(connection, caller)));
    }

    /// The run of today that is on, else the next of today, else one of yesterday that is still on,
    /// else the last of today.
    private Run current(Connection connection, Caller caller) throws SQLException {
        var today = BusinessDay.today(files.clock()).date();
        var runs = files.rows().ofRider(connection, caller.username(), today.minusDays(1), today);
        var ofToday = runs.stream().filter(run -> run.date().equals(today)).toList();
        return in(ofToday, RunState.OUT)
                .or(() -> in(ofToday, RunState.PLANNED))
                .or(() -> in(runs, RunState.OUT))
                .or(() -> ofToday.stream().max(Comparator.comparingLong(Run::runId)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static Optional<Run> in(List<Run> runs, RunState state) {
        return runs.stream().filter(run -> run.state() == state).findFirst();
    }

    /// @throws ProblemException `NOT_FOUND`, `MEAL_TOO_OLD`, `UNUSABLE` for a run the carrier did
    ///   not come for
    RunAnswer depart(Departure departure, Caller caller) {
        var at = past(Optional.ofNullable(departure.at()).orElse(files.clock().instant()));
        return transactions.inOne(connection -> {
            var named = Optional.ofNullable(departure.runId());
            var wanted =
                    named.isPresent() ? named.get().value() : current(connection, caller).runId();
            var run = own(connection, wanted, caller);
            files.leaving().leave(connection, run, caller.username(), at);
            return files.showing()
                    .forRider(connection, files.rows().find(connection, run.runId()).orElseThrow());
        });
    }

    private Run own(Connection connection, long runId, Caller caller) throws SQLException {
        return files.rows()
                .lock(connection, runId)
                .filter(run -> run.rider().equals(caller.username()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant past(Instant at) {
        var now = files.clock().instant();
        return at.isAfter(now) ? now : at;
    }

    /// @throws ProblemException `NOT_FOUND`, `PROOF_REFUSED` and why a credential is not usable,
    ///   `TENDERS_DO_NOT_ADD_UP`, `ORDER_STATE_REFUSED`, `DELIVERY_TOO_LATE`
    HttpResponse<StopDone> deliver(
            IdempotencyKey key, Id orderId, Delivered delivered, Caller caller) {
        if (delivered.tenders().stream()
                .anyMatch(one -> !one.type().isTakenByProvider() && one.reference() == null)) {
            throw ProblemException.of(ProblemCode.REFERENCE_REQUIRED);
        }
        preorders.prepare();
        var told = delivered.notAfter(files.clock().instant());
        return keys.attempt(
                key, delivered, connection -> deliver(connection, key, orderId, told, caller));
    }

    private Attempted<StopDone> deliver(
            Connection connection,
            IdempotencyKey key,
            Id orderId,
            Delivered delivered,
            Caller caller)
            throws SQLException {
        var run = runOf(connection, orderId, caller);
        var order = preorders.find(connection, orderId.value()).orElseThrow();
        if (order.state().isCaptured()) {
            // Handed over before: the proof of then stands, a code shown now stays good.
            return new Attempted.Done<>(Answer.ok(done(order)));
        }
        var at = delivered.at();
        var verdict =
                consequences.proofs().check(connection, order, delivered, caller.username(), at);
        return switch (verdict) {
            case Proofs.Verdict.Bad(var why) -> new Attempted.Refused<>(ProblemException.of(why));
            case Proofs.Verdict.Good good -> {
                var tenders =
                        delivered.tenders().stream()
                                .map(RiderController.TenderBody::tender)
                                .toList();
                var outcome =
                        preorders.deliver(
                                connection,
                                order.orderId(),
                                Action.keyed(key, at, Optional.empty()),
                                tenders);
                if (outcome instanceof StepOutcome.Captured(var captured, _)) {
                    captured(connection, run, captured, delivered, good, caller);
                }
                yield outcome.attempted(Ride::done);
            }
        };
    }

    private void captured(
            Connection connection,
            Run run,
            Preorder order,
            Delivered delivered,
            Proofs.Verdict.Good good,
            Caller caller)
            throws SQLException {
        var at = delivered.at();
        if (!consequences.proofs().keep(connection, order, delivered, good, caller.username())) {
            throw ProblemException.of(ProblemCode.CODE_USED);
        }
        var place = delivered.place();
        if (place.isPresent()) {
            consequences.places().learn(order, place.get(), at);
        }
        consequences.alerts().wasThere(order.orderId(), at);
        files.leaving().stopped(connection, run, at);
    }

    /// @throws ProblemException `NOT_FOUND`, `ORDER_STATE_REFUSED` for a cancelled order
    HttpResponse<StopDone> fail(IdempotencyKey key, Id orderId, Failed failed, Caller caller) {
        preorders.prepare();
        return keys.attempt(
                key, failed, connection -> fail(connection, key, orderId, failed, caller));
    }

    private Attempted<StopDone> fail(
            Connection connection, IdempotencyKey key, Id orderId, Failed failed, Caller caller)
            throws SQLException {
        var run = runOf(connection, orderId, caller);
        var at = past(failed.at());
        var outcome =
                preorders.fail(
                        connection,
                        orderId.value(),
                        Action.keyed(key, at, Optional.ofNullable(failed.note())),
                        failed.reason());
        if (outcome instanceof StepOutcome.Done(var order)) {
            if (failed.reason() == FailureReason.NO_ANSWER) {
                consequences
                        .alerts()
                        .noAnswer(
                                new Alerts.Missed(
                                        order.eater().elderId(),
                                        order.eater().residence(),
                                        order.orderId()),
                                at);
            }
            files.leaving().stopped(connection, run, at);
        }
        return outcome.attempted(Ride::done);
    }

    /// The rider's run that an order is on, locked.
    private Run runOf(Connection connection, Id orderId, Caller caller) throws SQLException {
        var runId =
                files.rows()
                        .ofOrder(connection, orderId.value())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return own(connection, runId, caller);
    }

    private static StopDone done(Preorder order) {
        return new StopDone(
                Long.toString(order.orderId()),
                order.state(),
                order.progress().failure().orElse(null));
    }
}
