package org.nuancan.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.webhook.WebhooksOverHttpTest.add;
import static org.nuancan.webhook.WebhooksOverHttpTest.delete;
import static org.nuancan.webhook.WebhooksOverHttpTest.ended;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.till.Canteen;

/// Two nodes on one database, both of which tell.
class WebhooksOfNodesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "nuancan.webhooks.inside",
                    true,
                    "nuancan.webhooks.pauses",
                    List.of("100ms", "100ms"));
    private static final ServerUnderTest FIRST = ServerUnderTest.start(DATABASE, SETTINGS);
    private static final ServerUnderTest SECOND = ServerUnderTest.start(DATABASE, SETTINGS);
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final int EVENTS = 40;

    record Body(String number) {}

    @Test
    void two_nodes_tell_an_event_once() throws Exception {
        try (var receiver = new Receiver(_ -> 200)) {
            var city = FIRST.as(Role.CITY_ADMIN);
            var made = add(city, receiver.url(), "run.departed");

            for (var number = 0; number < EVENTS; number++) {
                tell(number % 2 == 0 ? FIRST : SECOND, EventType.RUN_DEPARTED, "110105012");
            }

            var ids = new HashSet<String>();
            for (var number = 0; number < EVENTS; number++) {
                ids.add(receiver.next().id());
            }
            var _ = ended(city, made);
            assertThat(ids).hasSize(EVENTS);
            assertThat(receiver.waiting()).isZero();
            delete(city, made);
        }
    }

    @Test
    void a_sale_and_a_refund_of_a_till_reach_the_providers_own_software() throws Exception {
        var canteen = Canteen.open(FIRST);
        var manager =
                FIRST.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId())));
        try (var sales = new Receiver(_ -> 200);
                var refunds = new Receiver(_ -> 200)) {
            var ofSales = add(manager, sales.url(), "sale");
            var ofRefunds = add(manager, refunds.url(), "refund");

            var order = canteen.sell(sale(NOBODY, 1800)).text("/orderId");
            // At the other node: it too knows who asked.
            var elsewhere = canteen.till().at(SECOND.address()).withNewKey();
            var other = elsewhere.post("/v1/pos/checkouts", sale(NOBODY, 1800)).text("/orderId");
            assertThat(canteen.refundAll(order).status()).isEqualTo(201);

            assertThat(List.of(sales.next().body(), sales.next().body()))
                    .anyMatch(body -> body.contains("\"orderId\":\"" + order + "\""))
                    .anyMatch(body -> body.contains("\"orderId\":\"" + other + "\""))
                    .allMatch(body -> body.startsWith("{\"type\":\"sale\""));
            assertThat(refunds.next().body())
                    .startsWith("{\"type\":\"refund\"")
                    .contains("\"orderId\":\"" + order + "\"", "\"grossFen\":1800");
            delete(manager, ofSales);
            delete(manager, ofRefunds);
        }
    }

    @Test
    void events_without_a_subscription_are_not_queued() throws Exception {
        try (var receiver = new Receiver(_ -> 200)) {
            var officer = FIRST.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
            var made = add(officer, receiver.url(), "order.placed");

            assertThat(tell(SECOND, EventType.ORDER_PLACED, "110101001")).isEqualTo(1);
            assertThat(tell(SECOND, EventType.ORDER_PLACED, "110105012")).isZero();
            assertThat(tell(SECOND, EventType.ORDER_OUT, "110101001")).isZero();

            assertThat(receiver.next().body()).contains("110101001");
            delete(officer, made);
        }
    }

    /// @return how often it is on the list for webhooks when its transaction is about to end
    private static long tell(ServerUnderTest node, EventType type, String division) {
        var number = ServerUnderTest.unique(division);
        var happening =
                new Events.Happening(
                        type, Optional.empty(), Concerns.area(division), new Body(number), NOON);
        return node.bean(Transactions.class)
                .inOne(connection -> {
                    node.bean(Events.class).tell(connection, happening);
                    return Sql.on(
                                    connection,
                                    """
                                    select count(*) as n
                                      from event_outbox o
                                      join event_due d on d.event_id = o.event_id
                                     where d.reader = 'WEBHOOK' and o.content = ?
                                    """)
                            .with("{\"number\":\"" + number + "\"}")
                            .one(row -> row.number("n"));
                });
    }
}
