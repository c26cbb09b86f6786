package org.nuancan.till.order;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.Presented;
import org.nuancan.elder.lookup.Credentials;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.idempotency.IdempotencyKeys.Attempted;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.Resolution;
import org.nuancan.till.TenderBody;
import org.nuancan.till.TenderRules;
import org.nuancan.till.TillSite;

/// Hands over an ordered meal to the person who presents the elder's credential.
@Singleton
final class Collecting {

    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final Credentials credentials;
    private final Preorders preorders;
    private final Clock clock;

    Collecting(
            IdempotencyKeys keys,
            Transactions transactions,
            Credentials credentials,
            Preorders preorders,
            Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.credentials = credentials;
        this.preorders = preorders;
        this.clock = clock;
    }

    /// Lists the meals that the owner of a credential may fetch today.
    ///
    /// @throws ProblemException with the reason if a credential is not usable
    List<ToCollect> toCollect(TillSite till, CredentialBody credential) {
        var at = clock.instant();
        return transactions.reading(connection -> {
            var usable = usable(till, credential, at);
            return preorders
                    .ofElder(usable.elderId(), till.site().siteId(), BusinessDay.of(at).date())
                    .stream()
                    .map(ToCollect::of)
                    .toList();
        });
    }

    /// @throws ProblemException `NOT_FOUND`, `CREDENTIAL_OF_ANOTHER`, `ORDER_STATE_REFUSED`,
    ///   `DELIVERY_TOO_LATE`, `TENDERS_DO_NOT_ADD_UP`, and the reason if a credential is not usable
    HttpResponse<CollectAnswer> collect(
            IdempotencyKey key, TillSite till, long orderId, CollectBody body) {
        TenderRules.fault(body.tenders(), 0)
                .ifPresent(code -> {
                    throw ProblemException.of(code);
                });
        preorders.prepare();
        var at = clock.instant();
        return keys.attempt(key, body, _ -> collect(key, till, orderId, body, at));
    }

    private Attempted<CollectAnswer> collect(
            IdempotencyKey key, TillSite till, long orderId, CollectBody body, Instant at) {
        var order =
                preorders
                        .find(orderId)
                        .filter(found -> found.where().siteId() == till.site().siteId())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var shown = shown(till, order, body, at);
        var tenders = body.tenders().stream().map(TenderBody::tender).toList();
        var outcome = preorders.collect(orderId, Action.keyed(key, at, Optional.empty()), tenders);
        if (outcome instanceof StepOutcome.Captured(var done, var sold)) {
            redeem(till, shown, orderId, at);
            return new Attempted.Done<>(Answer.ok(CollectAnswer.of(till, done, sold)));
        }
        if (outcome instanceof StepOutcome.Unchanged(var before)) {
            // Fetched before under another key: there is nothing to pay again.
            return new Attempted.Refused<>(
                    ProblemException.with(
                            ProblemCode.ORDER_STATE_REFUSED,
                            Map.of("state", before.state().name())));
        }
        return outcome.attempted(one -> {
            throw new IllegalStateException("not a collection of " + one);
        });
    }

    private Presented.Usable shown(TillSite till, Preorder order, CollectBody body, Instant at) {
        var usable = usable(till, body.credential(), at);
        if (usable.elderId() != order.eater().elderId()) {
            throw ProblemException.of(ProblemCode.CREDENTIAL_OF_ANOTHER);
        }
        return usable;
    }

    private Presented.Usable usable(TillSite till, CredentialBody body, Instant at) {
        var presented = credentials.check(body.credential(), till.terminal(), at);
        return switch (presented) {
            case Presented.Unusable(var reason) -> throw Resolution.problem(reason);
            case Presented.Usable usable -> usable;
        };
    }

    /// Uses up the code. The elder has been locked since the capture, so of two requests with the
    /// same code one is refused.
    private void redeem(TillSite till, Presented.Usable shown, long orderId, Instant at) {
        if (shown.codeId().isPresent()
                && !credentials.redeem(shown.codeId().get(), orderId, till.terminal(), at)) {
            throw ProblemException.of(ProblemCode.CODE_USED);
        }
    }
}
