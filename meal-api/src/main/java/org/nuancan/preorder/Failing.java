package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
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
    private final Ids ids;

    Failing(ProvisionalFailures failures, LossBearers bearers, Sites sites, Ids ids) {
        this.failures = failures;
        this.bearers = bearers;
        this.sites = sites;
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
        var site = site(connection, order);
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

    /// The kitchen's word that it was cooked came after that of the failure.
    void wasCooked(Connection connection, Preorder order) throws SQLException {
        if (order.progress().cooked() || order.progress().failure().isEmpty()) {
            return;
        }
        var reason = order.progress().failure().get();
        var loss = loss(connection, order, site(connection, order), reason);
        if (loss.isPresent()) {
            failures.bear(
                    connection,
                    order.orderId(),
                    order.where().parties(order.where().providerId()),
                    loss.get());
        }
    }

    private SiteOnFile site(Connection connection, Preorder order) throws SQLException {
        return sites.find(connection, order.where().siteId()).orElseThrow();
    }

    private Optional<Loss> loss(
            Connection connection, Preorder order, SiteOnFile site, FailureReason reason)
            throws SQLException {
        var meal = order.basket().gross().minus(order.basket().fee());
        if (!meal.isPositive()) {
            return Optional.empty();
        }
        return bearers.of(connection, reason, order.when().serviceDate(), site.division())
                .map(borne -> new Loss(meal, reason.name(), borne.version(), borne.bearer()));
    }
}
