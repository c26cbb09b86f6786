package org.nuancan.sale.refund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Orders;
import org.nuancan.sale.limit.Limits;

/// Gives grants that a recovery takes from a provider back to the limits, as a refund would, so
/// that they can be granted again.
@Singleton
public final class RecoveredLimits {

    private final Transactions transactions;
    private final Elders elders;
    private final Orders orders;
    private final CurrentRules rules;
    private final Limits limits;

    RecoveredLimits(
            Transactions transactions,
            Elders elders,
            Orders orders,
            CurrentRules rules,
            Limits limits) {
        this.transactions = transactions;
        this.elders = elders;
        this.orders = orders;
        this.rules = rules;
        this.limits = limits;
    }

    /// An order whose limits are locked until the transaction ends.
    public static final class Locked {

        private final Transactions transactions;
        private final Optional<OrderOnFile> order;
        private final Optional<RefundedLimits> limits;

        private Locked(
                Transactions transactions,
                Optional<OrderOnFile> order,
                Optional<RefundedLimits> limits) {
            this.transactions = transactions;
            this.order = order;
            this.limits = limits;
        }

        /// Gives the grants back.
        ///
        /// @param grants the recovered amounts, by policy
        public void giveBack(Map<PolicyRef, Fen> grants) {
            if (order.isPresent() && limits.isPresent()) {
                var _ =
                        transactions.inOne(connection -> {
                            limits.get().recover(connection, order.get(), grants);
                            store(connection, order.get().orderId(), grants);
                            return grants;
                        });
            }
        }

        private static void store(Connection connection, long orderId, Map<PolicyRef, Fen> grants)
                throws SQLException {
            for (var grant : grants.entrySet()) {
                Sql.on(
                                connection,
                                """
                                update order_grant
                                   set refunded_fen = refunded_fen + ?, counts = 0
                                 where order_id = ? and policy_code = ? and side = ?
                                """)
                        .with(grant.getValue().value(), orderId)
                        .with(grant.getKey().code(), grant.getKey().side())
                        .run();
            }
            if (grants.keySet().stream().anyMatch(policy -> policy.side() == Side.DINER)) {
                Sql.on(connection, "update meal_order set counts = 0 where order_id = ?")
                        .with(orderId)
                        .run();
            }
        }
    }

    /// Locks the limits that an order counts towards, in the same order as sales and refunds. The
    /// caller has locked the day. An order that is not on file counts towards no limit.
    public Locked lock(long orderId) {
        return transactions.inOne(connection -> lock(connection, orderId));
    }

    private Locked lock(Connection connection, long orderId) throws SQLException {
        var siteId = orders.siteOf(connection, orderId);
        if (siteId.isEmpty()) {
            return new Locked(transactions, Optional.empty(), Optional.empty());
        }
        var unlocked = orders.find(connection, siteId.get(), orderId).orElseThrow();
        if (unlocked.elderId().isPresent()) {
            var _ = elders.lock(List.of(unlocked.elderId().get()));
        }
        var counters = RefundedLimits.lock(connection, limits, rules.now(), unlocked);
        return new Locked(
                transactions,
                orders.lock(connection, siteId.get(), orderId),
                Optional.of(counters));
    }
}
