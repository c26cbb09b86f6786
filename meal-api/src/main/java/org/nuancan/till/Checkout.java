package org.nuancan.till;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.http.Answer;
import org.nuancan.http.IdempotencyKeys;
import org.nuancan.http.IdempotencyKeys.Claim;
import org.nuancan.http.IdempotencyKeys.Kept;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.order.CurrentRules;
import org.nuancan.order.OrderWriter;
import org.nuancan.order.Sale;
import org.nuancan.order.SaleOutcome;

/// Sells meals at the till: a list of them in one transaction, so that those that wait together can
/// be committed together. A lone one is a list of one.
@Singleton
final class Checkout {

    private static final int TRIES = 3;

    /// A checkout with the key it came with.
    record Request(Claim claim, Asked asked) {}

    /// What became of one request.
    sealed interface Result {

        /// Sold now.
        record Sold(SaleOutcome.Sold sold, Kept kept) implements Result {}

        /// Sold before, under the same key.
        record SoldBefore(Kept kept) implements Result {}

        /// Not sold; nothing is left of it.
        record Refused(ProblemException problem) implements Result {}
    }

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Resolution resolution;
    private final OrderWriter writer;
    private final CurrentRules rules;
    private final CheckoutMeters meters;

    Checkout(
            Transactions transactions,
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

    /// Sells a list of meals. When this returns, what is sold is on disk.
    ///
    /// @return a result for each request, in their order
    List<Result> sell(List<Request> requests) {
        writer.prepare();
        for (var attempt = 1; ; attempt++) {
            try {
                return meters.commit(
                        () -> transactions.inOne(connection -> sell(connection, requests)));
            } catch (DatabaseFailure failure) {
                // Somebody else was first with the same key or reference: look again.
                if (failure.kind() != DatabaseFailure.Kind.DUPLICATE || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private List<Result> sell(Connection connection, List<Request> requests) throws SQLException {
        var results = new LinkedHashMap<Request, Result>();
        settleKept(connection, requests, results);
        var ready = resolve(connection, open(requests, results), results);
        var sales = ready.values().stream().map(Resolved.Ready::sale).toList();
        var locked = writer.lock(connection, sales);
        // Again, now that the elders are locked: the same request may have been worked off beside
        // this one while it waited.
        settleKept(connection, List.copyOf(ready.keySet()), results);
        refuseUsedCodes(connection, ready, results);
        var chosen = open(List.copyOf(ready.keySet()), results);
        var outcomes = locked.write(rules.now(), chosen.stream().map(r -> sale(ready, r)).toList());
        settle(connection, chosen, outcomes, ready, results);
        return requests.stream().map(r -> Objects.requireNonNull(results.get(r))).toList();
    }

    private static List<Request> open(List<Request> requests, Map<Request, Result> results) {
        return requests.stream().filter(request -> !results.containsKey(request)).toList();
    }

    private static Sale sale(Map<Request, Resolved.Ready> ready, Request request) {
        return Objects.requireNonNull(ready.get(request)).sale();
    }

    private void settleKept(
            Connection connection, List<Request> requests, Map<Request, Result> results)
            throws SQLException {
        if (requests.isEmpty()) {
            return;
        }
        var kept = keys.lookUp(connection, requests.stream().map(Request::claim).toList());
        for (var request : requests) {
            var earlier = kept.get(request.claim());
            if (earlier != null) {
                results.put(request, before(request.claim(), earlier));
            }
        }
    }

    private static Result before(Claim claim, Kept kept) {
        return kept.fingerprint().equals(claim.fingerprint())
                ? new Result.SoldBefore(kept)
                : refused(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    private Map<Request, Resolved.Ready> resolve(
            Connection connection, List<Request> requests, Map<Request, Result> results)
            throws SQLException {
        var ready = new LinkedHashMap<Request, Resolved.Ready>();
        for (var request : requests) {
            switch (resolution.resolve(connection, request.asked())) {
                case Resolved.Ready one -> ready.put(request, one);
                case Resolved.Refused(var problem) ->
                        results.put(request, new Result.Refused(problem));
            }
        }
        return ready;
    }

    /// A code is an elder's, and the elder is locked now: what is found unused stays so.
    private void refuseUsedCodes(
            Connection connection, Map<Request, Resolved.Ready> ready, Map<Request, Result> results)
            throws SQLException {
        for (var request : open(List.copyOf(ready.keySet()), results)) {
            var withCode = Objects.requireNonNull(ready.get(request)).codeId().isPresent();
            if (withCode
                    && resolution.resolve(connection, request.asked())
                            instanceof Resolved.Refused(var problem)) {
                results.put(request, new Result.Refused(problem));
            }
        }
    }

    private void settle(
            Connection connection,
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
                            connection,
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
        var kept = keys.keep(connection, answers);
        sold.forEach((request, one) ->
                results.put(
                        request,
                        new Result.Sold(one, Objects.requireNonNull(kept.get(request.claim())))));
    }

    private static Result refused(ProblemCode code) {
        return new Result.Refused(ProblemException.of(code));
    }

    private static Result doesNotAddUp(long rightFen) {
        return new Result.Refused(
                ProblemException.with(
                        ProblemCode.TENDERS_DO_NOT_ADD_UP, Map.of("elderPaysFen", rightFen)));
    }
}
