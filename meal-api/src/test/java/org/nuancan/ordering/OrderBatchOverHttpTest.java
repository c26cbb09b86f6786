package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Reply;
import org.nuancan.till.Canteen;

/// Quotes before ordering, and orders for many meals at once.
class OrderBatchOverHttpTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void a_quote_is_what_the_order_agrees_on_and_stores_nothing() {
        assertThat(kitchen.lunch(6).status()).isEqualTo(200);
        var wish = kitchen.delivery(canteen.entitled());
        var before = canteen.balances();

        var quote = kitchen.desk().post("/v1/orders/quotes", wish);
        var again = kitchen.desk().post("/v1/orders/quotes", wish);

        assertThat(quote.status()).as(quote.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(quote.json());
        assertThat(kitchen.left()).isEqualTo(6);
        assertThat(canteen.balances()).isEqualTo(before);
        assertThat(quote.number("/grossFen")).isEqualTo(1800 + 300);
        assertThat(quote.number("/elderPaysFen")).isEqualTo(1800 + 300 - 500);
        assertThat(quote.at("/items").findValuesAsText("sku")).containsExactly("SET", "FEE");
        var placed = kitchen.place(wish);
        assertThat(placed.at("/grants")).isEqualTo(quote.at("/grants"));
        assertThat(placed.at("/refusals")).isEqualTo(quote.at("/refusals"));
    }

    @Test
    void what_is_left_of_a_limit_falls_with_each_order() {
        assertThat(kitchen.lunch(6).status()).isEqualTo(200);
        var wish = kitchen.order(canteen.entitled(), "DINE_IN");

        var fresh = kitchen.desk().post("/v1/orders/quotes", wish);
        var _ = kitchen.placed(wish);
        var used = kitchen.desk().post("/v1/orders/quotes", wish);

        var granted = fresh.at("/grants/0");
        var code = granted.at("/code").asText();
        var before = left(fresh, code);
        assertThat(before).isNotEmpty();
        assertThat(left(used, code))
                .isEqualTo(
                        before.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                one ->
                                                        one.getKey().endsWith("meals")
                                                                ? one.getValue() - 1
                                                                : one.getValue()
                                                                        - granted.at("/fen")
                                                                                .asLong())));
        assertThat(used.at("/alerts/0").asText()).isEqualTo("SAME_SLOT");
    }

    /// The limits of a policy on elders: by period, how many meals and fen are left.
    private static Map<String, Long> left(Reply quote, String code) {
        var left = new TreeMap<String, Long>();
        quote.at("/remaining")
                .forEach(one -> {
                    if (one.at("/code").asText().equals(code)
                            && one.at("/on").asText().equals("ELDER")) {
                        var per = one.at("/per").asText();
                        if (!one.at("/mealsLeft").isNull()) {
                            left.put(per + " meals", one.at("/mealsLeft").asLong());
                        }
                        if (!one.at("/fenLeft").isNull()) {
                            left.put(per + " fen", one.at("/fenLeft").asLong());
                        }
                    }
                });
        return left;
    }

    @Test
    void a_quote_is_refused_as_the_order_would_be() {
        assertThat(kitchen.lunch(1).status()).isEqualTo(200);
        var diner = canteen.ordinary();
        var two =
                Canteen.with(
                        kitchen.order(diner, "DINE_IN"),
                        "items",
                        List.of(Map.of("sku", "SET", "quantity", 2)));
        var unknown =
                Canteen.with(
                        kitchen.order(diner, "DINE_IN"),
                        "items",
                        List.of(Map.of("sku", "NONE", "quantity", 1)));
        var other = canteen.server().as(Role.ORDER_DESK, ScopeWords.street("110105013"));

        assertThat(kitchen.desk().post("/v1/orders/quotes", two).code()).isEqualTo("SOLD_OUT");
        assertThat(kitchen.desk().post("/v1/orders/quotes", unknown).code())
                .isEqualTo("SKU_UNKNOWN");
        assertThat(other.post("/v1/orders/quotes", kitchen.order(diner, "DINE_IN")).status())
                .isEqualTo(404);
    }

    @Test
    void a_batch_places_what_it_can_in_its_order_and_once_for_its_key() {
        assertThat(kitchen.lunch(2).status()).isEqualTo(200);
        assertThat(kitchen.menu("2026-11-19", "DINNER", 9).status()).isEqualTo(200);
        var diner = canteen.ordinary();
        var supper = kitchen.order(diner, "DINE_IN");
        supper.put("serviceDate", "2026-11-19");
        supper.put("slot", "DINNER");
        var orders =
                List.of(
                        kitchen.order(diner, "DINE_IN"),
                        Canteen.with(supper, "serviceDate", "2026-11-20"),
                        kitchen.order(canteen.ordinary(), "TAKE_AWAY"),
                        kitchen.order(canteen.ordinary(), "TAKE_AWAY"),
                        supper);
        var desk = kitchen.desk().withNewKey();

        var placed = desk.post("/v1/orders/batch", Map.of("orders", orders));
        var again = desk.post("/v1/orders/batch", Map.of("orders", orders));

        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        assertThat(
                        placed.at("/results")
                                .valueStream()
                                .map(one ->
                                        one.at("/order").isNull()
                                                ? one.at("/refusal/code").asText()
                                                : one.at("/order/slot").asText()))
                .containsExactly("LUNCH", "MENU_UNKNOWN", "LUNCH", "SOLD_OUT", "DINNER");
        assertThat(placed.text("/results/3/refusal/facts/sku/0")).isEqualTo("SET");
        assertThat(placed.text("/results/0/order/pin")).hasSize(4);
        assertThat(again.json()).isEqualTo(placed.json());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(kitchen.left()).isZero();
        var listed = kitchen.desk().get("/v1/orders?elderId=" + diner.elderId());
        assertThat(listed.at("/items")).hasSize(2);
    }

    @Test
    void a_batch_has_at_most_sixty_orders_and_only_elders_of_the_area() {
        assertThat(kitchen.lunch(99).status()).isEqualTo(200);
        var diner = canteen.ordinary();
        var order = kitchen.order(diner, "DINE_IN");
        var other = canteen.server().as(Role.ORDER_DESK, ScopeWords.street("110105013"));

        var many =
                kitchen.desk()
                        .withNewKey()
                        .post("/v1/orders/batch", Map.of("orders", Collections.nCopies(61, order)));
        var foreign = other.withNewKey().post("/v1/orders/batch", Map.of("orders", List.of(order)));

        assertThat(many.code()).isEqualTo("REQUEST_INVALID");
        assertThat(foreign.text("/results/0/refusal/code")).isEqualTo("NOT_FOUND");
        assertThat(kitchen.left()).isEqualTo(99);
    }
}
