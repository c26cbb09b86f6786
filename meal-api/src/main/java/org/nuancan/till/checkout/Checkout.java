package org.nuancan.till.checkout;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.elder.lookup.Guests;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;
import org.nuancan.http.idempotency.IdempotencyKeys.Kept;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.till.Resolution;
import org.nuancan.till.Resolved;
import org.nuancan.till.SaleRequest;

/// Sells meals at the till: a list of them in one transaction, so that waiting checkouts can be
/// committed together. A single checkout is a list of one.
@Singleton
final class Checkout {

    private static final int TRIES = 3;

    /// A checkout with the key it came with.
    record Request(Claim claim, SaleRequest asked) {

        /// Hash of the claim alone, which distinguishes requests. Hashing the basket as well took a
        /// fortieth of the service's time at the peak.
        @Override
        public int hashCode() {
            return claim.hashCode();
        }
    }

    /// Result of one attempt for one request.
    sealed interface Result {

        /// Not tried: another transaction holds the elder.
        record Busy(long elderId) implements Result {}
    }

    /// Final result of one request.
    sealed interface Settled extends Result {

        /// Sold now.
        record Sold(SaleOutcome.Sold sold, Kept kept) implements Settled {}

        /// Sold before under the same key.
        record SoldBefore(Kept kept) implements Settled {}

        /// Not sold; nothing is stored.
        record Refused(ProblemException problem) implements Settled {}
    }

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Resolution resolution;
    private final OrderWriter writer;
    private final CurrentRules rules;
    private final CheckoutMeters meters;

    Checkout(
            @Named("sales") Transactions transactions,
            IdempotencyKeys keys,
            Resolution resolution,
            OrderWriter writer,
            CurrentRules rules,
            CheckoutMeters meters) {
        this.transactions = transactions;
        this.keys = keys;
        this.resolution = resolution;
        this.writer = writer;
        this.rules = rules;
        this.meters = meters;
    }

    /// Sells a list of meals. All sales are on disk when this method returns.
    ///
    /// A list of one waits for its elder's lock. In a longer list, requests whose elder is locked
    /// by another transaction are returned as [Result.Busy], so that one checkout does not delay
    /// the others.
    ///
    /// @param requests no two with the same key
    /// @param lane the lane of this node in which they are sold
    /// @return a result for each request, in their order
    List<Result> sell(List<Request> requests, int lane) {
        return sell(requests, lane, requests.size() == 1);
    }

    /// As [#sell], but waits for every elder's lock.
    List<Result> sellWaiting(List<Request> requests, int lane) {
        return sell(requests, lane, true);
    }

    private List<Result> sell(List<Request> requests, int lane, boolean wait) {
        writer.prepare();
        for (var attempt = 1; ; attempt++) {
            try {
                return meters.commit(() ->
                        transactions.inOne(connection -> sell(connection, requests, lane, wait)));
            } catch (DatabaseFailure failure) {
                // Another transaction used the same key or reference first, or the connection
                // broke, perhaps after the commit. Try again: the stored keys show which sales are
                // done.
                if (!isWorthALook(failure) || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isWorthALook(DatabaseFailure failure) {
        return switch (failure.kind()) {
            case DUPLICATE -> true;
            case UNAVAILABLE -> failure.brokeOff();
            case DEADLOCK, LOCK_TIMEOUT, REFERENCE, CHECK, OTHER -> false;
        };
    }

    private List<Result> sell(Connection connection, List<Request> requests, int lane, boolean wait)
            throws SQLException {
        var results = new LinkedHashMap<Request, Result>();
        var asked = requests.stream().map(Request::asked).toList();
        var asking = RoundTrip.on(connection);
        var owning = resolution.owners(asking, asked);
        asking.go();
        var owners = owning.get();
        var reads = RoundTrip.on(connection);
        var locking =
                wait
                        ? writer.lock(reads, owners.values(), lane)
                        : writer.lockFree(reads, owners.values(), lane);
        // Read after the elders are locked, so that a repeated request finds the first sale.
        var keptBefore = keys.lookUp(reads, requests.stream().map(Request::claim).toList());
        reads.go();
        var locked = locking.get();
        settleKept(keptBefore.get(), requests, results);
        leaveBusy(requests, owners, locked.guests(), results);
        var known = resolution.known(locked.guests(), asked);
        var ready = resolve(connection, known, open(requests, results), results);
        leaveRepeatedCodes(ready, results);
        var chosen = open(List.copyOf(ready.keySet()), results);
        var writes = RoundTrip.on(connection);
        var sales = chosen.stream().map(request -> sale(ready, request)).toList();
        var outcomes = locked.write(rules.now(), sales, writes);
        settle(writes, chosen, outcomes, ready, results);
        writes.go();
        return requests.stream().map(r -> Objects.requireNonNull(results.get(r))).toList();
    }

    private static List<Request> open(Collection<Request> requests, Map<Request, Result> results) {
        return requests.stream().filter(request -> !results.containsKey(request)).toList();
    }

    private static Sale sale(Map<Request, Resolved.Ready> ready, Request request) {
        return Objects.requireNonNull(ready.get(request)).sale();
    }

    private static void settleKept(
            Map<Claim, Kept> kept, List<Request> requests, Map<Request, Result> results) {
        for (var request : requests) {
            var earlier = kept.get(request.claim());
            if (earlier != null) {
                results.put(request, before(request.claim(), earlier));
            }
        }
    }

    private static void leaveBusy(
            List<Request> requests,
            Map<Credential, Long> owners,
            Guests guests,
            Map<Request, Result> results) {
        for (var request : open(requests, results)) {
            request.asked()
                    .credential()
                    .map(owners::get)
                    .filter(elderId -> !guests.elderIds().contains(elderId))
                    .ifPresent(elderId -> results.put(request, new Result.Busy(elderId)));
        }
    }

    /// Leaves out later requests with the same code: the first may be refused for another reason,
    /// and then the second is tried again.
    private static void leaveRepeatedCodes(
            Map<Request, Resolved.Ready> ready, Map<Request, Result> results) {
        var codes = new HashSet<Long>();
        ready.forEach((request, one) -> {
            if (one.codeId().isPresent() && !codes.add(one.codeId().get())) {
                results.put(request, new Result.Busy(one.sale().elderId().orElseThrow()));
            }
        });
    }

    private static Result before(Claim claim, Kept kept) {
        return kept.fingerprint().equals(claim.fingerprint())
                ? new Settled.SoldBefore(kept)
                : refused(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    private Map<Request, Resolved.Ready> resolve(
            Connection connection,
            Resolution.Known known,
            List<Request> requests,
            Map<Request, Result> results)
            throws SQLException {
        var ready = new LinkedHashMap<Request, Resolved.Ready>();
        for (var request : requests) {
            switch (resolution.resolve(connection, known, request.asked())) {
                case Resolved.Ready one -> ready.put(request, one);
                case Resolved.Refused(var problem) ->
                        results.put(request, new Settled.Refused(problem));
            }
        }
        return ready;
    }

    private void settle(
            RoundTrip writes,
            List<Request> chosen,
            List<SaleOutcome> outcomes,
            Map<Request, Resolved.Ready> ready,
            Map<Request, Result> results)
            throws SQLException {
        var answers = new LinkedHashMap<Claim, Answer<CheckoutAnswer>>();
        var sold = new LinkedHashMap<Request, SaleOutcome.Sold>();
        for (var i = 0; i < chosen.size(); i++) {
            var request = chosen.get(i);
            switch (outcomes.get(i)) {
                case SaleOutcome.Sold one -> {
                    resolution.redeem(
                            writes.connection(),
                            request.asked(),
                            Objects.requireNonNull(ready.get(request)));
                    sold.put(request, one);
                    answers.put(
                            request.claim(),
                            Answer.created(CheckoutAnswer.of(request.asked().till(), one)));
                }
                case SaleOutcome.TendersDoNotAddUp(var right) ->
                        results.put(request, doesNotAddUp(right.value()));
                case SaleOutcome.ReferenceUsed() ->
                        results.put(request, refused(ProblemCode.REFERENCE_USED));
            }
        }
        var kept = keys.keep(writes, answers);
        sold.forEach((request, one) ->
                results.put(
                        request,
                        new Settled.Sold(one, Objects.requireNonNull(kept.get(request.claim())))));
    }

    private static Result refused(ProblemCode code) {
        return new Settled.Refused(ProblemException.of(code));
    }

    private static Result doesNotAddUp(long rightFen) {
        return new Settled.Refused(
                ProblemException.with(
                        ProblemCode.TENDERS_DO_NOT_ADD_UP, Map.of("elderPaysFen", rightFen)));
    }
}
