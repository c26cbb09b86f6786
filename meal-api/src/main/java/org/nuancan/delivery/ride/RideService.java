package org.nuancan.delivery.ride;

import io.micronaut.http.HttpResponse;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.proof.Delivered;
import org.nuancan.delivery.proof.Proofs;
import org.nuancan.delivery.ride.RiderController.Departure;
import org.nuancan.delivery.ride.RiderController.Failed;
import org.nuancan.delivery.ride.RiderController.StopDone;
import org.nuancan.delivery.route.Places;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.idempotency.IdempotencyKeys.Attempted;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.welfare.Alerts;

/// Operations of a rider. Each one may arrive twice, late or out of order: an order that was handed
/// over stays handed over.
@Singleton
class RideService {

    /// Storage and display of runs, and the time.
    @Singleton
    record Files(RunStore rows, RunMapper showing, Leaving leaving, Clock clock) {}

    /// Services for the effects of a stop.
    @Singleton
    record Consequences(Proofs proofs, Alerts alerts, Places places) {}

    private final IdempotencyKeys keys;
    private final Files files;
    private final Preorders orders;
    private final Consequences consequences;

    RideService(IdempotencyKeys keys, Files files, Preorders orders, Consequences consequences) {
        this.keys = keys;
        this.files = files;
        this.orders = orders;
        this.consequences = consequences;
    }

    /// @throws ProblemException `NOT_FOUND` if the rider has no run
    @ReadOnly
    RunAnswer run(Caller caller) {
        return files.showing().forRider(current(caller));
    }

    /// The current run: the run of today that has left, else the next of today, else one of
    /// yesterday that is still open, else the last of today.
    private Run current(Caller caller) {
        var today = BusinessDay.today(files.clock()).date();
        var runs = files.rows().ofRider(caller.username(), today.minusDays(1), today);
        var ofToday = runs.stream().filter(run -> run.date().equals(today)).toList();
        return in(ofToday, RunState.OUT)
                .or(() -> in(ofToday, RunState.PLANNED))
                .or(() -> in(runs, RunState.OUT))
                .or(() ->
                        ofToday.stream()
                                .filter(run -> run.state() != RunState.CANCELLED)
                                .max(Comparator.comparingLong(Run::runId)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static Optional<Run> in(List<Run> runs, RunState state) {
        return runs.stream().filter(run -> run.state() == state).findFirst();
    }

    /// @throws ProblemException `NOT_FOUND`, `MEAL_TOO_OLD`, `UNUSABLE` for a run that the carrier
    ///   did not come for
    @Transactional
    RunAnswer depart(Departure departure, Caller caller) {
        var at = past(Optional.ofNullable(departure.at()).orElse(files.clock().instant()));
        var named = Optional.ofNullable(departure.runId());
        var requestedRunId = named.isPresent() ? named.get().value() : current(caller).runId();
        var run = own(requestedRunId, caller, at);
        files.leaving().leave(run, caller.username(), at);
        return files.showing().forRider(files.rows().find(run.runId()).orElseThrow());
    }

    /// A run of the rider, or one that the rider had when it happened.
    private Run own(long runId, Caller caller, Instant at) {
        return files.rows()
                .lock(runId)
                .filter(run -> files.rows().isRiddenBy(run, caller.username(), at))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant past(Instant at) {
        var now = files.clock().instant();
        return at.isAfter(now) ? now : at;
    }

    /// @throws ProblemException `NOT_FOUND`, `PROOF_REFUSED` with the reason why a credential is
    ///   not usable, `TENDERS_DO_NOT_ADD_UP`, `ORDER_STATE_REFUSED`, `DELIVERY_TOO_LATE`
    HttpResponse<StopDone> deliver(
            IdempotencyKey key, Id orderId, Delivered delivered, Caller caller) {
        if (delivered.tenders().stream()
                .anyMatch(one -> !one.type().isTakenByProvider() && one.reference() == null)) {
            throw ProblemException.of(ProblemCode.REFERENCE_REQUIRED);
        }
        orders.prepare();
        var reported = delivered.notAfter(files.clock().instant());
        return keys.attempt(key, delivered, _ -> delivery(key, orderId, reported, caller));
    }

    private Attempted<StopDone> delivery(
            IdempotencyKey key, Id orderId, Delivered delivered, Caller caller) {
        var run = runOf(orderId, caller, delivered.at());
        var order = orders.find(orderId.value()).orElseThrow();
        if (order.state().isCaptured()) {
            // Already handed over: the first proof is kept, and a one-time code sent now stays
            // usable.
            return new Attempted.Done<>(Answer.ok(done(order)));
        }
        var at = delivered.at();
        var verdict = consequences.proofs().check(order, delivered, caller.username(), at);
        return switch (verdict) {
            case Proofs.Verdict.Bad(var why) -> new Attempted.Refused<>(ProblemException.of(why));
            case Proofs.Verdict.Good good -> {
                var tenders =
                        delivered.tenders().stream().map(Delivered.TenderBody::tender).toList();
                var outcome =
                        orders.deliver(
                                order.orderId(), Action.keyed(key, at, Optional.empty()), tenders);
                if (outcome instanceof StepOutcome.Captured(var captured, _)) {
                    captured(run, captured, delivered, good, caller);
                }
                yield outcome.attempted(RideService::done);
            }
        };
    }

    private void captured(
            Run run, Preorder order, Delivered delivered, Proofs.Verdict.Good good, Caller caller) {
        var at = delivered.at();
        if (!consequences.proofs().keep(order, delivered, good, caller.username())) {
            throw ProblemException.of(ProblemCode.CODE_USED);
        }
        var place = delivered.place();
        if (place.isPresent()) {
            consequences.places().learn(order, place.get(), at);
        }
        consequences.alerts().wasThere(order.orderId(), at);
        files.leaving().stopped(run, at);
    }

    /// @throws ProblemException `NOT_FOUND`, `ORDER_STATE_REFUSED` for a cancelled order
    HttpResponse<StopDone> fail(IdempotencyKey key, Id orderId, Failed failed, Caller caller) {
        orders.prepare();
        return keys.attempt(key, failed, _ -> failure(key, orderId, failed, caller));
    }

    private Attempted<StopDone> failure(
            IdempotencyKey key, Id orderId, Failed failed, Caller caller) {
        var at = past(failed.at());
        var run = runOf(orderId, caller, at);
        var outcome =
                orders.fail(
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
            files.leaving().stopped(run, at);
        }
        return outcome.attempted(RideService::done);
    }

    /// The rider's run that an order is on, locked.
    private Run runOf(Id orderId, Caller caller, Instant at) {
        var runId =
                files.rows()
                        .ofOrder(orderId.value())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return own(runId, caller, at);
    }

    private static StopDone done(Preorder order) {
        return new StopDone(
                Long.toString(order.orderId()),
                order.state(),
                order.progress().failure().orElse(null));
    }
}
