package org.nuancan.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

/// The sales that the manager's page of a canteen receives.
class SalesInTheFeedTest {

    @Test
    void a_sale_is_sent_at_once_without_the_elder() throws Exception {
        var canteen = Canteen.open();
        var diner = canteen.entitled();
        try (var page = open(canteen)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).hasValue("text/event-stream");
            var _ = page.next(":");

            var sold = canteen.sell(lunch(diner, 1300));

            assertThat(page.next("id: ")).matches("\\d+-\\d+");
            assertThat(page.next("event: ")).isEqualTo("sale");
            assertThat(page.next("data: "))
                    .matches(
                            """
                            \\{"type":"SALE","orderId":"%s","siteId":"%d","slot":"LUNCH",\
                            "grossFen":1800,"at":"[^"]+"}\
                            """
                                    .formatted(sold.text("/orderId"), canteen.siteId()));
        }
    }

    @Test
    void a_refund_is_sent_as_a_refund() throws Exception {
        var canteen = Canteen.open();
        var order = canteen.sell(lunch(canteen.entitled(), 1300)).text("/orderId");
        try (var page = open(canteen)) {
            assertThat(canteen.refundAll(order).status()).isEqualTo(201);

            assertThat(page.next("event: refund")).isEmpty();
            assertThat(page.next("data: "))
                    .contains("\"type\":\"REFUND\"", "\"grossFen\":1300", "\"" + order + "\"");
        }
    }

    @Test
    void refused_and_repeated_sales_are_not_sent() throws Exception {
        var canteen = Canteen.open();
        try (var page = open(canteen)) {
            var till = canteen.till().with("Idempotency-Key", ServerUnderTest.unique("once"));

            assertThat(canteen.sell(sale(NOBODY, 1799)).status()).isEqualTo(422);
            var first = till.post("/v1/pos/checkouts", sale(NOBODY, 1800)).text("/orderId");
            var again = till.post("/v1/pos/checkouts", sale(NOBODY, 1800)).text("/orderId");
            var next = canteen.sell(sale(NOBODY, 1800)).text("/orderId");

            assertThat(again).isEqualTo(first);
            assertThat(page.next("data: ")).contains("\"" + first + "\"");
            assertThat(page.next("data: ")).contains("\"" + next + "\"");
        }
    }

    @Test
    void a_collected_order_is_sent_as_an_order_and_as_a_sale() throws Exception {
        var kitchen = Kitchen.open();
        var diner = kitchen.canteen().entitled();
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        try (var page = open(kitchen.canteen())) {
            var order = kitchen.placed(kitchen.order(diner, "TAKE_AWAY"));
            assertThat(kitchen.collect(order, diner, 1300).status()).isEqualTo(200);

            assertThat(page.next("event: order.placed")).isEmpty();
            assertThat(page.next("event: sale")).isEmpty();
            assertThat(page.next("data: ")).contains("\"" + order + "\"", "\"grossFen\":1800");
            assertThat(page.next("event: order.collected")).isEmpty();
            assertThat(page.next("data: "))
                    .contains("\"" + order + "\"", "\"state\":\"COLLECTED\"");
        }
    }

    private static EventStream open(Canteen canteen) throws Exception {
        var server = canteen.server();
        var name = ServerUnderTest.unique("manager");
        server.bean(UserService.class)
                .create(
                        name,
                        "test-pass",
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId())));
        var answer =
                server.anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"));
        return new EventStream(server.address(), "Bearer " + answer.text("/access_token"), null);
    }
}
