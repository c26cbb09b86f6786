package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.till.Canteen;

class OrderingTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void an_order_holds_its_quote_and_portion_and_books_nothing() {
        assertThat(kitchen.lunch(3).status()).isEqualTo(200);
        var before = canteen.balances();

        var order = kitchen.place(kitchen.delivery(canteen.entitled()));

        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/state")).isEqualTo("PLACED");
        assertThat(order.number("/grossFen")).isEqualTo(1800 + 300);
        assertThat(order.number("/billFen")).isEqualTo(1800);
        assertThat(order.number("/elderPaysFen")).isEqualTo(1800 + 300 - 500);
        assertThat(Canteen.grants(order)).contains("BJ-DINER 500");
        assertThat(order.text("/address")).isEqualTo("望京西园 3 区");
        assertThat(order.text("/pin")).matches("\\d{4}");
        assertThat(order.text("/history/0/kind")).isEqualTo("PLACE");
        assertThat(kitchen.left()).isEqualTo(2);
        assertThat(canteen.balances()).isEqualTo(before);
    }

    @Test
    void what_an_order_holds_is_gone_for_the_till_until_it_is_cancelled() {
        assertThat(kitchen.lunch(3).status()).isEqualTo(200);
        var diner = canteen.entitled();
        var order = kitchen.placed(kitchen.order(diner, "TAKE_AWAY"));

        var sold = canteen.sell(Canteen.lunch(diner, 1800));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(Canteen.refusals(sold)).containsEntry("BJ-DINER", "LIMIT");

        assertThat(kitchen.cancel(order).text("/state")).isEqualTo("CANCELLED");
        assertThat(kitchen.left()).isEqualTo(3);
        var again = canteen.sell(Canteen.lunch(diner, 1300));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(Canteen.grants(again)).contains("BJ-DINER 500");
    }

    @Test
    void a_collected_order_is_captured_with_its_own_reservation_out_of_the_way() {
        assertThat(kitchen.lunch(3).status()).isEqualTo(200);
        var diner = canteen.entitled();
        var order = kitchen.placed(kitchen.order(diner, "TAKE_AWAY"));

        var wrong = kitchen.collect(order, diner, 1800);
        var collected = kitchen.collect(order, diner, 1300);

        assertThat(wrong.code()).isEqualTo("TENDERS_DO_NOT_ADD_UP");
        assertThat(wrong.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(collected.status()).as(collected.toString()).isEqualTo(200);
        assertThat(collected.text("/state")).isEqualTo("COLLECTED");
        assertThat(Canteen.grants(collected)).contains("BJ-DINER 500");
        assertThat(canteen.balance("till")).isEqualTo(1300);
        assertThat(canteen.balance("earned")).isEqualTo(-1800 - 300);
        assertThat(kitchen.collect(order, diner, 1300).code()).isEqualTo("ORDER_STATE_REFUSED");
        assertThat(kitchen.cancel(order).code()).isEqualTo("ORDER_STATE_REFUSED");
        var shown = kitchen.show(order);
        assertThat(shown.at("/history").findValuesAsText("kind"))
                .containsExactly("PLACE", "COLLECT", "COLLECT", "CANCEL");
        assertThat(shown.at("/history").findValuesAsText("outcome"))
                .containsExactly("DONE", "DONE", "UNCHANGED", "REFUSED");
        assertThat(shown.number("/capture/elderPaysFen")).isEqualTo(1300);
        assertThat(shown.at("/capture/gap").isNull()).isTrue();
    }

    @Test
    void a_portion_too_many_is_sold_out_and_a_smaller_menu_is_refused() {
        assertThat(kitchen.lunch(1).status()).isEqualTo(200);
        var _ = kitchen.placed(kitchen.order(canteen.ordinary(), "DINE_IN"));

        var second = kitchen.place(kitchen.order(canteen.ordinary(), "DINE_IN"));
        var smaller = kitchen.lunch(0);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("SOLD_OUT");
        assertThat(smaller.status()).isEqualTo(422);
        assertThat(smaller.code()).isEqualTo("PORTIONS_ORDERED");
        assertThat(smaller.number("/ordered/0/ordered")).isEqualTo(1);
        assertThat(kitchen.lunch(2).status()).isEqualTo(200);
        assertThat(kitchen.left()).isEqualTo(1);
    }

    @Test
    void nothing_can_be_ordered_after_the_closing_time_or_without_a_menu() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var order = kitchen.order(canteen.ordinary(), "DINE_IN");

        assertThat(kitchen.place(Canteen.with(order, "slot", "DINNER")).code())
                .isEqualTo("MENU_UNKNOWN");
        kitchen.clock(Kitchen.TODAY + "T10:30:01+08:00");
        assertThat(kitchen.place(order).code()).isEqualTo("ORDERING_CLOSED");
    }

    @Test
    void an_allergen_of_the_elder_must_be_accepted() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var dishes =
                kitchen.manager()
                        .put(
                                "/v1/sites/" + canteen.siteId() + "/dishes",
                                """
                                [{"sku": "SET", "name": {"zh": "宫保鸡丁套餐", "en": "Kung pao"},
                                  "allergens": ["PEANUT"], "diet": ["LOW_SALT"],
                                  "nutrition": null}]
                                """);
        assertThat(dishes.status()).as(dishes.toString()).isEqualTo(200);
        var order = kitchen.order(canteen.ordinary(), "DINE_IN");

        var refused = kitchen.place(order);
        var accepted = kitchen.place(Canteen.with(order, "allergenAccepted", true));

        assertThat(refused.code()).isEqualTo("ALLERGEN");
        assertThat(refused.at("/allergens/0").asText()).isEqualTo("PEANUT");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(201);
        assertThat(accepted.at("/alerts/0").asText()).isEqualTo("ALLERGEN");
    }

    @Test
    void who_belongs_to_somebody_else_is_not_found() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var order = kitchen.order(canteen.ordinary(), "DINE_IN");
        var placed = kitchen.placed(order);
        var elsewhere =
                kitchen.canteen().server().as(Role.ORDER_DESK, ScopeWords.street("110101001"));

        assertThat(elsewhere.withNewKey().post("/v1/orders", order).status()).isEqualTo(404);
        assertThat(elsewhere.get("/v1/orders/" + placed).status()).isEqualTo(404);
        assertThat(elsewhere.withNewKey().post("/v1/orders/" + placed + "/cancel").status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/v1/orders").at("/items")).isEmpty();
        var own = kitchen.desk().get("/v1/orders?siteId=" + canteen.siteId());
        assertThat(own.at("/items")).hasSize(1);
    }

    @Test
    void the_same_key_orders_once() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var order = kitchen.order(canteen.ordinary(), "DINE_IN");
        var client = kitchen.desk().withNewKey();

        var first = client.post("/v1/orders", order);
        var second = client.post("/v1/orders", order);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text("/orderId")).isEqualTo(first.text("/orderId"));
        assertThat(kitchen.left()).isEqualTo(4);
    }

    @Test
    void requests_that_make_no_sense_are_told_so() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var order = kitchen.order(canteen.ordinary(), "DINE_IN");

        assertThat(
                        List.of(
                                Canteen.with(order, "items", List.of()),
                                Canteen.with(order, "slot", "SUPPER"),
                                Canteen.with(order, "deliveryProviderId", kitchen.carrierId()),
                                Canteen.with(order, "unknown", 1),
                                Canteen.without(order, "elderId")))
                .allSatisfy(wrong ->
                        assertThat(kitchen.place(wrong).code()).isEqualTo("REQUEST_INVALID"));
        assertThat(
                        kitchen.place(
                                        Canteen.with(
                                                order,
                                                "items",
                                                List.of(Map.of("sku", "BEER", "quantity", 1))))
                                .code())
                .isEqualTo("SKU_UNKNOWN");
    }

    @Test
    void the_pin_is_the_elders_and_no_auditors() {
        assertThat(kitchen.lunch(5).status()).isEqualTo(200);
        var order = kitchen.placed(kitchen.order(canteen.ordinary(), "TAKE_AWAY"));
        var auditor =
                canteen.server()
                        .as(Role.AUDITOR, ScopeWords.district(Canteen.STREET.substring(0, 6)));

        assertThat(kitchen.show(order).text("/pin")).matches("\\d{4}");
        var audited = auditor.get("/v1/orders/" + order);
        assertThat(audited.text("/orderId")).isEqualTo(order);
        assertThat(audited.at("/pin").isNull()).isTrue();
        var all = auditor.get("/v1/orders?siteId=" + canteen.siteId());
        assertThat(all.at("/items/0/orderId").asText()).isEqualTo(order);
        assertThat(all.at("/items/0/pin").isNull()).isTrue();
    }
}
