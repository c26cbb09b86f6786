package org.nuancan.ordering.loss;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ledger.posting.Loss;
import org.nuancan.ledger.posting.ProvisionalFailures;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Records failures, with who bears the cost of cooked meals; the close of the day books them.
@Singleton
public final class Failing {

    private final Transactions transactions;
    private final ProvisionalFailures failures;
    private final LossBearers bearers;
    private final Sites sites;
    private final FailureInquiry evidence;
    private final Ids ids;

    Failing(
            Transactions transactions,
            ProvisionalFailures failures,
            LossBearers bearers,
            Sites sites,
            FailureInquiry evidence,
            Ids ids) {
        this.transactions = transactions;
        this.failures = failures;
        this.bearers = bearers;
        this.sites = sites;
        this.evidence = evidence;
        this.ids = ids;
    }

    /// @param day the day, already locked
    public void record(Preorder order, BusinessDay day, Action action, FailureReason reason) {
        var site = site(order);
        var cooked = order.progress().cooked() || reason.isAtTheDoor();
        var parties = order.where().parties(order.where().providerId());
        var failure =
                new ProvisionalFailures.Failure(
                        ids.next(),
                        Subject.order(
                                order.orderId(),
                                site.siteId(),
                                order.eater().districtCode(),
                                site.districtCode()),
                        parties.kitchen(),
                        parties.deliverer(),
                        new BusinessDay(order.when().serviceDate()),
                        action.at(),
                        reason.name(),
                        cooked ? loss(order, site, reason) : Optional.empty());
        var _ =
                transactions.inOne(connection -> {
                    failures.add(connection, day, failure);
                    return failure;
                });
    }

    /// Updates a failed meal after new evidence: that it was cooked, that it left, or that the
    /// failure was confirmed. If the failure has no bearer yet, the bearer is decided again; a
    /// bearer is never replaced.
    public void isKnownNow(Preorder order) {
        if (order.progress().failure().isEmpty()) {
            return;
        }
        var reason = order.progress().failure().get();
        var loss = loss(order, site(order), reason);
        if (loss.isPresent()) {
            var parties = order.where().parties(order.where().providerId());
            var _ =
                    transactions.inOne(connection -> {
                        failures.bear(connection, order.orderId(), parties, loss.get());
                        return loss;
                    });
        }
    }

    /// Records that a party other than the kitchen confirms a failure.
    public void confirm(Preorder order, String by) {
        if (evidence.confirm(order.orderId(), by) && order.progress().cooked()) {
            isKnownNow(order);
        }
    }

    private SiteOnFile site(Preorder order) {
        return sites.findNow(order.where().siteId()).orElseThrow();
    }

    private Optional<Loss> loss(Preorder order, SiteOnFile site, FailureReason reason) {
        var meal = order.basket().gross().minus(order.basket().fee());
        if (!meal.isPositive()) {
            return Optional.empty();
        }
        var borne = bearers.of(reason, order.when().serviceDate(), site.division());
        if (borne.filter(one -> isOthers(one.bearer(), order)).isPresent()
                && !evidence.of(order).letsOthersBear(reason, order.portions())) {
            return Optional.empty();
        }
        return borne.map(one -> new Loss(meal, reason.name(), one.version(), one.bearer()));
    }

    private static boolean isOthers(Bearer bearer, Preorder order) {
        return switch (bearer) {
            case Bearer.Kitchen() -> false;
            case Bearer.Deliverer() -> {
                var parties = order.where().parties(order.where().providerId());
                yield parties.deliverer() != parties.kitchen();
            }
            case Bearer.Payer _ -> true;
        };
    }
}
