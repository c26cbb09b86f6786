package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// lessons.md: refunds that were not what was paid, tender by tender.
class RefundTest {

    private static final Canteen CANTEEN = Canteen.open();

    private static final Object SET_AND_RICE =
            List.of(Map.of("sku", "SET", "quantity", 1), Map.of("sku", "RICE", "quantity", 2));

    @Test
    void a_full_refund_restores_the_books_and_the_limit() {
        var diner = CANTEEN.entitled();
        var before = CANTEEN.balances();
        var sold = CANTEEN.sell(lunch(diner, 1300));

        var refunded = CANTEEN.refundAll(sold.text("/orderId"));

        assertThat(refunded.status()).as(refunded.toString()).isEqualTo(201);
        assertThat(refunded.number("/refundedFen")).isEqualTo(1300);
        assertThat(refunded.at("/tenders").toString())
                .isEqualTo("[{\"type\":\"CASH\",\"amountFen\":1300}]");
        assertThat(grants(refunded)).containsExactlyInAnyOrder("BJ-DINER 500", "BJ-FLOW 300");
        CANTEEN.balances()
                .forEach((account, fen) ->
                        assertThat(fen).as(account).isEqualTo(before.getOrDefault(account, 0L)));
        assertThat(grants(CANTEEN.sell(lunch(diner, 1300)))).contains("BJ-DINER 500");
    }

    @Test
    void parts_add_up_to_the_whole_and_the_operators_extra_goes_back_with_the_last() {
        var diner = CANTEEN.entitled();
        var before = CANTEEN.balances();
        var sold = CANTEEN.sell(with(lunch(diner, 1800 + 2 * 100 - 500), "items", SET_AND_RICE));
        var orderId = sold.text("/orderId");

        var rice = CANTEEN.refund(orderId, List.of(Map.of("sku", "RICE", "quantity", 1)));
        var rest = CANTEEN.refundAll(orderId);

        // A twentieth of the bill: 25 of the 500 granted, 75 of the 1500 paid.
        assertThat(rice.number("/refundedFen")).isEqualTo(75);
        assertThat(grants(rice)).containsExactly("BJ-DINER 25");
        assertThat(rest.number("/refundedFen")).isEqualTo(1500 - 75);
        assertThat(grants(rest)).containsExactlyInAnyOrder("BJ-DINER 475", "BJ-FLOW 300");
        CANTEEN.balances()
                .forEach((account, fen) ->
                        assertThat(fen).as(account).isEqualTo(before.getOrDefault(account, 0L)));
    }

    @Test
    void while_some_of_the_bill_is_left_the_meal_counts() {
        var diner = CANTEEN.entitled();
        var sold = CANTEEN.sell(with(lunch(diner, 1500), "items", SET_AND_RICE));
        assertThat(
                        CANTEEN.refund(
                                        sold.text("/orderId"),
                                        List.of(Map.of("sku", "SET", "quantity", 1)))
                                .status())
                .isEqualTo(201);

        var next = CANTEEN.sell(lunch(diner, 1800));

        assertThat(next.status()).as(next.toString()).isEqualTo(201);
        assertThat(grants(next)).isEmpty();
    }

    @Test
    void more_than_is_left_is_refused() {
        var orderId = CANTEEN.sell(sale(NOBODY, 1800)).text("/orderId");

        var two = CANTEEN.refund(orderId, List.of(Map.of("sku", "SET", "quantity", 2)));
        var other = CANTEEN.refund(orderId, List.of(Map.of("sku", "RICE", "quantity", 1)));
        var all = CANTEEN.refundAll(orderId);
        var again = CANTEEN.refundAll(orderId);

        assertThat(two.code()).isEqualTo("REFUND_EXCEEDS_ORDER");
        assertThat(other.code()).isEqualTo("REFUND_EXCEEDS_ORDER");
        assertThat(all.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("REFUND_EXCEEDS_ORDER");
    }

    @Test
    void an_article_sold_at_several_prices_is_refunded_by_its_price() {
        var weighed =
                List.of(
                        Map.of("sku", "WEIGHED", "quantity", 1, "unitPriceFen", 1000),
                        Map.of("sku", "WEIGHED", "quantity", 1, "unitPriceFen", 800));
        var orderId = CANTEEN.sell(with(sale(NOBODY, 1800), "items", weighed)).text("/orderId");

        var vague = CANTEEN.refund(orderId, List.of(Map.of("sku", "WEIGHED", "quantity", 1)));
        var exact =
                CANTEEN.refund(
                        orderId,
                        List.of(Map.of("sku", "WEIGHED", "quantity", 1, "unitPriceFen", 800)));

        assertThat(vague.code()).isEqualTo("PRICE_REQUIRED");
        assertThat(exact.number("/refundedFen")).isEqualTo(800);
    }

    @Test
    void each_tender_gets_its_part_back() {
        var tenders =
                List.of(
                        Map.of("type", "CASH", "amountFen", 600),
                        Map.of("type", "MOBILE", "amountFen", 1200));
        var items = List.of(Map.of("sku", "RICE", "quantity", 18));
        var orderId =
                CANTEEN.sell(with(with(sale(NOBODY, 0), "tenders", tenders), "items", items))
                        .text("/orderId");

        var third = CANTEEN.refund(orderId, List.of(Map.of("sku", "RICE", "quantity", 6)));

        assertThat(third.at("/tenders").toString())
                .isEqualTo(
                        "[{\"type\":\"CASH\",\"amountFen\":200},"
                                + "{\"type\":\"MOBILE\",\"amountFen\":400}]");
    }

    @Test
    void another_sites_order_is_not_found() {
        var orderId = CANTEEN.sell(sale(NOBODY, 1800)).text("/orderId");

        assertThat(Canteen.open().refundAll(orderId).status()).isEqualTo(404);
        assertThat(CANTEEN.refundAll("no-such-order").status()).isEqualTo(404);
    }
}
