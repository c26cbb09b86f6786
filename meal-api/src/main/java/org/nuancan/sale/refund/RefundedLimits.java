package org.nuancan.sale.refund;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuancan.db.RoundTrip;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.review.RefundedLines;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Rules;
import org.nuancan.sale.limit.Counter;
import org.nuancan.sale.limit.LimitCounters;
import org.nuancan.sale.limit.Limits;
import org.nuancan.sale.limit.Need;
import org.nuancan.sale.limit.Tally;

/// Gives back to limits on sites, providers and policies what a refund returns. Limits on elders
/// need no update: their usage is read from the grants.
final class RefundedLimits {

    private final Rules rules;
    private final LimitCounters counters;

    /// The part of a refunded grant that limits get back now.
    static Fen fresh(Grant grant, RefundedLines.Effect lines) {
        var ref = new PolicyRef(grant.code(), grant.version(), grant.side());
        return grant.fen().minus(lines.undone().getOrDefault(ref, Fen.ZERO));
    }

    private RefundedLimits(Rules rules, LimitCounters counters) {
        this.rules = rules;
        this.counters = counters;
    }

    static RefundedLimits lock(Connection connection, Limits limits, Rules rules, OrderOnFile order)
            throws SQLException {
        var needs = new HashMap<Counter, Need>();
        for (var grant : order.grants()) {
            counters(rules, order, grant.code())
                    .forEach(counter -> needs.put(counter, Need.NOTHING));
        }
        return new RefundedLimits(rules, limits.lock(connection, needs));
    }

    private static Set<Counter> counters(Rules rules, OrderOnFile order, String code) {
        var place = new Counter.Whereabouts(order.where().siteId(), order.where().providerId());
        return LimitCounters.counters(
                rules, code, place, order.when().serviceDate(), order.when().slot());
    }

    /// @param grants the amounts to give back
    /// @param over whether the meal stops counting
    /// @param lines the lines' earlier recoveries, which limits have got back already
    void giveBack(
            Connection connection,
            OrderOnFile order,
            List<Grant> grants,
            boolean over,
            RefundedLines.Effect lines)
            throws SQLException {
        for (var grant : grants) {
            give(order, grant.code(), new Tally(0, fresh(grant, lines).negated()));
        }
        if (over && !lines.wasRecovered()) {
            for (var grant : order.grants()) {
                give(order, grant.code(), new Tally(-1, Fen.ZERO));
            }
        }
        RoundTrip.make(connection, counters::store);
    }

    /// @param recovered the recovered amounts, by policy; those meals stop counting
    void recover(Connection connection, OrderOnFile order, Map<PolicyRef, Fen> recovered)
            throws SQLException {
        recovered.forEach(
                (policy, fen) -> give(order, policy.code(), new Tally(-1, fen.negated())));
        RoundTrip.make(connection, counters::store);
    }

    private void give(OrderOnFile order, String code, Tally back) {
        counters(rules, order, code).forEach(counter -> counters.add(counter, back));
    }
}
