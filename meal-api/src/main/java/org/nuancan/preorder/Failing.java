package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.ledger.Bearer;
import org.nuancan.ledger.Loss;
import org.nuancan.ledger.ProvisionalFailures;
import org.nuancan.ledger.Subject;
import org.nuancan.provider.SiteOnFile;
import org.nuancan.provider.Sites;

/// Leaves a failure to the close of its day, with who bears what was cooked.
@Singleton
final class Failing {

    private final ProvisionalFailures failures;
    private final LossBearers bearers;
    private final Sites sites;
    private final EvidenceRows evidence;
    private final Ids ids;

    Failing(
            ProvisionalFailures failures,
            LossBearers bearers,
            Sites sites,
            EvidenceRows evidence,
            Ids ids) {
        this.failures = failures;
        this.bearers = bearers;
        this.sites = sites;
        this.evidence = evidence;
        this.ids = ids;
    }

    /// @param day held open
    void record(
            Connection connection,
            Preorder order,
            BusinessDay day,
            Action action,
            FailureReason reason)
            throws SQLException {
        var site = site(order);
        var cooked = order.progress().cooked() || reason.isAtTheDoor();
        var parties = order.where().parties(order.where().providerId());
        failures.add(
                connection,
                day,
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
                        cooked ? loss(connection, order, site, reason) : Optional.empty()));
    }

    /// Something became known of a meal that has failed: that it was cooked, that it left, that the
    /// failure is confirmed. Who bears it is asked again; once somebody does, it stays so.
    void isKnownNow(Connection connection, Preorder order) throws SQLException {
        if (order.progress().failure().isEmpty()) {
            return;
        }
        var reason = order.progress().failure().get();
        var loss = loss(connection, order, site(order), reason);
        if (loss.isPresent()) {
            failures.bear(
                    connection,
                    order.orderId(),
                    order.where().parties(order.where().providerId()),
                    loss.get());
        }
    }

    /// Another party than the kitchen says that a failure is as it was reported.
    void confirm(Connection connection, Preorder order, String by) throws SQLException {
        if (evidence.confirm(connection, order.orderId(), by) && order.progress().cooked()) {
            isKnownNow(connection, order);
        }
    }

    private SiteOnFile site(Preorder order) {
        return sites.findNow(order.where().siteId()).orElseThrow();
    }

    private Optional<Loss> loss(
            Connection connection, Preorder order, SiteOnFile site, FailureReason reason)
            throws SQLException {
        var meal = order.basket().gross().minus(order.basket().fee());
        if (!meal.isPositive()) {
            return Optional.empty();
        }
        var borne = bearers.of(connection, reason, order.when().serviceDate(), site.division());
        if (borne.filter(one -> isOthers(one.bearer(), order)).isPresent()
                && !evidence.of(connection, order).letsOthersBear(reason, order.portions())) {
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
