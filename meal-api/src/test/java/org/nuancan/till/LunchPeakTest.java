package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.without;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;

class LunchPeakTest {

    private static final Canteen CANTEEN = Canteen.open();

    @Test
    void of_200_simultaneous_checkouts_of_one_elder_exactly_one_is_granted() {
        var diner = CANTEEN.entitled();
        var tills = new ArrayList<Client>();
        for (var i = 0; i < 5; i++) {
            tills.add(CANTEEN.server().newTerminal(CANTEEN.siteId()));
        }

        var replies =
                Crowd.of(200).all(number -> sellWhatTheQuoteSays(tills.get(number % 5), diner));

        var granted = replies.stream().filter(reply -> grants(reply).contains("BJ-DINER 500"));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(granted).hasSize(1);
        assertThat(replies.stream().filter(reply -> grants(reply).contains("BJ-FLOW 300")))
                .hasSize(1);
    }

    /// A cashier with a price that no longer holds gets the right one, and the elder pays that.
    private static Reply sellWhatTheQuoteSays(Client till, Canteen.Diner diner) {
        var own =
                till.post("/v1/pos/quotes", without(lunch(diner, 0), "tenders"))
                        .number("/elderPaysFen");
        for (var tries = 0; ; tries++) {
            var reply = till.withNewKey().post("/v1/pos/checkouts", lunch(diner, own));
            if (reply.status() == 201 || tries == 3) {
                return reply;
            }
            own = reply.number("/elderPaysFen");
        }
    }

    @Test
    void five_thousand_checkouts_over_fifty_connections_each_sent_twice_are_five_thousand_orders() {
        var before = Canteen.sum(CANTEEN.balances());
        var orders = ConcurrentHashMap.<String>newKeySet();
        var refused = ConcurrentHashMap.<String>newKeySet();
        var next = new AtomicInteger();
        var meal = sale(NOBODY, 1800);

        var done =
                Crowd.of(50)
                        .all(number -> {
                            var count = 0;
                            while (next.getAndIncrement() < 5_000) {
                                var till = CANTEEN.till().withNewKey();
                                for (var twice = 0; twice < 2; twice++) {
                                    var reply = till.post("/v1/pos/checkouts", meal);
                                    if (reply.status() == 201) {
                                        orders.add(reply.text("/orderId"));
                                    } else {
                                        refused.add(reply.toString());
                                    }
                                }
                                count++;
                            }
                            return count;
                        });

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5_000);
        assertThat(refused).isEmpty();
        assertThat(orders).hasSize(5_000);
        assertThat(stored(orders)).isEqualTo(5_000);
        assertThat(before).isZero();
        assertThat(Canteen.sum(CANTEEN.balances())).isZero();
    }

    private static long stored(Set<String> orders) {
        var ids = new HashSet<Long>();
        orders.forEach(order -> ids.add(Long.parseLong(order)));
        return CANTEEN.server()
                .bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select count(distinct order_id) as orders
                                        from journal
                                        where kind = 'MEAL' and order_id in (??)
                                        """)
                                .withAll(List.copyOf(ids))
                                .one(row -> row.number("orders")));
    }
}
