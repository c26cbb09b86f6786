package org.nuancan.sale.booking;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Sql;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Rules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.limit.Counter;
import org.nuancan.sale.limit.LimitCounters;
import org.nuancan.sale.limit.Limits;
import org.nuancan.sale.limit.Need;
import org.nuancan.sale.limit.Tally;

/// Reserves limits for meals that are ordered and not eaten yet.
///
/// A reservation is a grant of an order that is not captured: rows of `order_grant` without a row
/// of `meal_order`. So queries of grants include it, and queries of meals do not.
@Singleton
public final class Reservations {

    private record Reserved(
            long siteId, long providerId, String code, LocalDate date, Slot slot, Fen fen) {

        private Set<Counter> counters(Rules rules) {
            return LimitCounters.counters(
                    rules, code, new Counter.Whereabouts(siteId, providerId), date, slot);
        }
    }

    private final Elders elders;
    private final OrderStore rows;
    private final Limits limits;

    Reservations(Elders elders, OrderStore rows, Limits limits) {
        this.elders = elders;
        this.rows = rows;
        this.limits = limits;
    }

    /// The reservation of an order, with the locks on everything that giving it back changes.
    public static final class Held {

        private final Rules rules;
        private final long orderId;
        private final List<Reserved> reserved;
        private final LimitCounters counters;

        private Held(Rules rules, long orderId, List<Reserved> reserved, LimitCounters counters) {
            this.rules = rules;
            this.orderId = orderId;
            this.reserved = reserved;
            this.counters = counters;
        }

        /// Gives the reservation back: the limits are then as they would be without the order.
        public void giveBack(Connection connection) throws SQLException {
            for (var one : reserved) {
                var back = new Tally(-1, one.fen().negated());
                one.counters(rules).forEach(counter -> counters.add(counter, back));
            }
            RoundTrip.make(connection, counters::store);
            Sql.on(connection, "delete from order_grant where order_id = ?").with(orderId).run();
        }
    }

    /// Locks the elder, then the counters of other limits, and reserves the grants of a future
    /// meal. Books nothing.
    ///
    /// @param sale to an elder; its payment does not matter
    /// @return the quote, with the elder as of the service date
    public SaleOutcome.Quoted hold(Connection connection, Rules rules, Sale sale)
            throws SQLException {
        var table = Table.of(elders.lock(sale.elderId().stream().toList()));
        var evaluation =
                Evaluation.begin(
                        connection,
                        rules,
                        table,
                        List.of(sale),
                        (trip, needs) -> limits.lockInLane(trip, needs, 0));
        var decision = evaluation.decide(sale);
        evaluation.use(sale, decision);
        RoundTrip.make(connection, evaluation::store);
        rows.reserve(connection, sale, decision.grants());
        return new SaleOutcome.Quoted(
                sale, table.of(sale), decision.elderPays(), decision.grants(), decision.refusals());
    }

    /// Locks an order's elder, then the counters of its reservation.
    ///
    /// @throws IllegalStateException if there is no such elder
    public Held lock(Connection connection, Rules rules, long orderId, long elderId, LocalDate date)
            throws SQLException {
        if (elders.lock(List.of(elderId)).elderIds().isEmpty()) {
            throw new IllegalStateException("no elder of order " + orderId);
        }
        return held(connection, rules, orderId, new HashSet<>());
    }

    /// As [#lock], with the counters that the order will use when it is captured.
    /// [OrderWriter#lock] has locked the elder already.
    public Held lock(Connection connection, Rules rules, Sale sale) throws SQLException {
        var counters = new HashSet<Counter>();
        var elder = Table.seen(elders, sale).of(sale);
        elder.ifPresent(
                (ElderAtTable one) -> counters.addAll(Evaluation.counters(rules, sale, one)));
        return held(connection, rules, sale.orderId(), counters);
    }

    private Held held(Connection connection, Rules rules, long orderId, Set<Counter> counters)
            throws SQLException {
        var reserved =
                Sql.on(
                                connection,
                                """
                                select site_id, provider_id, policy_code, service_date, slot, fen
                                from order_grant where order_id = ?
                                """)
                        .with(orderId)
                        .list(row ->
                                new Reserved(
                                        row.number("site_id"),
                                        row.number("provider_id"),
                                        row.text("policy_code"),
                                        row.date("service_date"),
                                        row.name("slot", Slot.class),
                                        Fen.of(row.number("fen"))));
        reserved.forEach(one -> counters.addAll(one.counters(rules)));
        var needs = new HashMap<Counter, Need>();
        counters.forEach(counter -> needs.put(counter, Need.NOTHING));
        return new Held(rules, orderId, reserved, limits.lock(connection, needs));
    }
}
