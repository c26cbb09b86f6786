package org.nuancan.till.checkout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.card;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.refusals;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;
import static org.nuancan.till.Canteen.without;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.till.Canteen;

class CheckoutTest {

    private static final Canteen CANTEEN = Canteen.open();

    @Test
    void
            an_entitled_elder_pays_the_share_that_policies_leave_and_the_books_show_who_bears_the_rest() {
        var diner = CANTEEN.entitled();
        var before = CANTEEN.balances();

        var sold = CANTEEN.sell(lunch(diner, 1800 - 500));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(sold.number("/grossFen")).isEqualTo(1800);
        assertThat(sold.number("/billFen")).isEqualTo(1800);
        assertThat(sold.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(grants(sold)).containsExactly("BJ-DINER 500", "BJ-FLOW 300");
        assertThat(sold.at("/grants/0/funding").toString())
                .isEqualTo("[{\"payer\":\"11\",\"fen\":250},{\"payer\":\"110105\",\"fen\":250}]");
        assertThat(sold.text("/elder/maskedName")).isEqualTo("张*生");
        assertThat(sold.at("/elder/allergens/0").asText()).isEqualTo("PEANUT");
        assertThat(sold.text("/receiptNumber")).hasSize(13);
        var after = CANTEEN.balances();
        assertThat(moved(before, after, "claim:11")).isEqualTo(250 + 300);
        assertThat(moved(before, after, "claim:110105")).isEqualTo(250);
        assertThat(moved(before, after, "till:" + CANTEEN.providerId())).isEqualTo(1300);
        assertThat(moved(before, after, "earned:" + CANTEEN.providerId())).isEqualTo(-1800 - 300);
        assertThat(Canteen.sum(after)).isZero();
    }

    private static long moved(Map<String, Long> before, Map<String, Long> after, String account) {
        return after.getOrDefault(account, 0L) - before.getOrDefault(account, 0L);
    }

    @Test
    void the_second_meal_of_a_day_costs_the_full_price_and_says_why() {
        var diner = CANTEEN.entitled();
        assertThat(CANTEEN.sell(lunch(diner, 1300)).status()).isEqualTo(201);

        var second = CANTEEN.sell(with(lunch(diner, 1800), "slot", "DINNER"));

        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(grants(second)).isEmpty();
        assertThat(refusals(second)).containsEntry("BJ-DINER", "LIMIT");
        assertThat(second.text("/receiptText")).contains("本期优惠次数或金额已用完");
    }

    @Test
    void a_receipt_names_no_category_and_fits_on_58_mm() {
        var sold = CANTEEN.sell(lunch(CANTEEN.entitled(), 1300));

        var receipt = sold.text("/receiptText");
        assertThat(receipt).contains("张*生", "午餐套餐", "助餐优惠", "-5.00", "实付", "13.00");
        assertThat(receipt).doesNotContain("失能", "DISABLED", "低保", "BJ-DINER", "补贴对象");
        assertThat(receipt.lines().mapToInt(ReceiptText::width)).allMatch(width -> width <= 32);
    }

    @Test
    void a_sale_without_an_elder_has_the_full_price() {
        var sold = CANTEEN.sell(sale(NOBODY, 1800));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(sold.at("/elder").isNull()).isTrue();
        assertThat(sold.number("/elderPaysFen")).isEqualTo(1800);
        assertThat(grants(sold)).isEmpty();
    }

    @Test
    void items_that_are_not_subsidisable_are_paid_in_full() {
        var items =
                List.of(Map.of("sku", "SET", "quantity", 1), Map.of("sku", "BEER", "quantity", 2));

        var sold =
                CANTEEN.sell(with(lunch(CANTEEN.entitled(), 1800 + 2 * 700 - 500), "items", items));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(sold.number("/grossFen")).isEqualTo(1800 + 2 * 700);
        assertThat(sold.number("/billFen")).isEqualTo(1800);
    }

    @Test
    void an_id_number_is_as_good_as_a_card() {
        var diner = CANTEEN.entitled();

        var sold = CANTEEN.sell(sale(Map.of("type", "ID_NUMBER", "value", diner.idNumber()), 1300));

        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(sold.text("/elder/elderId")).isEqualTo(diner.elderId());
    }

    @Test
    void a_quote_says_what_a_checkout_would_and_stores_nothing() {
        var diner = CANTEEN.entitled();
        var orders = CANTEEN.orders();
        var question = without(lunch(diner, 0), "tenders");

        var first = CANTEEN.till().post("/v1/pos/quotes", question);
        var second = CANTEEN.till().post("/v1/pos/quotes", question);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.number("/elderPaysFen")).isEqualTo(1300);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(CANTEEN.orders()).isEqualTo(orders);
    }

    @Test
    void a_price_that_is_not_the_lists_is_refused_and_an_open_one_is_needed() {
        assertThat(sellItem("{\"sku\": \"SET\", \"quantity\": 1, \"unitPriceFen\": 1799}"))
                .isEqualTo("PRICE_MISMATCH");
        assertThat(sellItem("{\"sku\": \"NO-SUCH\", \"quantity\": 1}")).isEqualTo("SKU_UNKNOWN");
        assertThat(sellItem("{\"sku\": \"WEIGHED\", \"quantity\": 1}")).isEqualTo("PRICE_REQUIRED");
        var weighed = List.of(Map.of("sku", "WEIGHED", "quantity", 1, "unitPriceFen", 1234));
        assertThat(CANTEEN.sell(with(sale(NOBODY, 1234), "items", weighed)).status())
                .isEqualTo(201);
    }

    private static String sellItem(String item) {
        return CANTEEN.till()
                .withNewKey()
                .post(
                        "/v1/pos/checkouts",
                        """
                        {"credential": null, "slot": "LUNCH", "items": [%s],
                         "tenders": [{"type": "CASH", "amountFen": 1}]}
                        """
                                .formatted(item))
                .code();
    }

    @ParameterizedTest
    @CsvSource({"LOST,CARD_LOST", "FROZEN,CARD_FROZEN", "CANCELLED,CARD_CANCELLED"})
    void a_card_that_is_not_good_sells_nothing(String state, String code) {
        var diner = CANTEEN.entitled();
        var stopped =
                CANTEEN.server()
                        .as(Role.CITY_ADMIN)
                        .post(
                                "/v1/cards/" + diner.card() + "/state",
                                Map.of("state", state, "reason", "遗失"));
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);

        var sold = CANTEEN.sell(lunch(diner, 1300));
        var quoted = CANTEEN.till().post("/v1/pos/quotes", without(lunch(diner, 0), "tenders"));
        var verified =
                CANTEEN.till()
                        .post("/v1/pos/verifications", Map.of("credential", card(diner.card())));

        assertThat(sold.status()).isEqualTo(422);
        assertThat(sold.code()).isEqualTo(code);
        assertThat(quoted.code()).isEqualTo(code);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.at("/usable").asBoolean()).isFalse();
        assertThat(verified.text("/reason")).isEqualTo(code);
        // Entitlement belongs to the person, never to the card.
        assertThat(CANTEEN.sell(sale(card(CANTEEN.newCard(diner.elderId())), 1300)).status())
                .isEqualTo(201);
    }

    @Test
    void a_code_is_good_for_one_checkout() {
        var diner = CANTEEN.entitled();
        var made =
                CANTEEN.server()
                        .as(Role.CITY_ADMIN)
                        .post("/v1/elders/" + diner.elderId() + "/codes", "{}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var code = Map.of("type", "CODE", "value", made.text("/code"));

        var refused = CANTEEN.sell(sale(code, 1));
        var sold = CANTEEN.sell(sale(code, 1300));
        var again = CANTEEN.sell(sale(code, 1800));

        assertThat(refused.code()).isEqualTo("TENDERS_DO_NOT_ADD_UP");
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(again.code()).isEqualTo("CODE_USED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "slot | \"TEA\" | /slot",
                "slot | 1 | /slot",
                "fulfilment | \"DELIVERY\" | /fulfilment",
                "items | [] | /items",
                "items | [{\"sku\": \"SET\", \"quantity\": 0}] | /items/0/quantity",
                "items | [{\"sku\": \"SET\", \"quantity\": 1001}] | /items/0/quantity",
                "items | [{\"sku\": \"SET\", \"quantity\": \"1\"}] | /items/0/quantity",
                "items | [{\"sku\": \"SET\", \"quantity\": 1.0}] | /items/0/quantity",
                "items | [{\"sku\": \"SET\", \"quantity\": 1e0}] | /items/0/quantity",
                "items | [{\"sku\": \"SET\", \"quantity\": true}] | /items/0/quantity",
                "items | [{\"quantity\": 1}] | /items/0/sku",
                "tenders | [{\"type\": \"GOLD\", \"amountFen\": 1}] | /tenders/0/type",
                "tenders | [{\"type\": \"CASH\", \"amountFen\": 0}] | /tenders/0/amountFen",
                "tenders | [{\"type\": \"CASH\", \"amountFen\": -1}] | /tenders/0/amountFen",
                "tenders | [{\"type\": \"CASH\", \"amountFen\": 1000000001}] | /tenders/0/amountFen",
                "tenders | null | /tenders",
                "roundingFen | 10 | /roundingFen",
                "roundingFen | -1 | /roundingFen",
                "serviceDate | \"today\" | /serviceDate",
                "credential | {\"type\": \"CARD\"} | /credential/value",
                "credential | {\"type\": \"FACE\", \"value\": \"x\"} | /credential/type",
                "shiftId | \"S1 \" | /shiftId",
                "shiftId | \"S\\ud800\" | /shiftId",
                "colour | \"red\" | /colour"
            })
    void a_malformed_checkout_is_refused_at_its_place(String field, String value, String at) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("credential", "null");
        fields.put("slot", "\"LUNCH\"");
        fields.put("items", "[{\"sku\": \"SET\", \"quantity\": 1}]");
        fields.put("tenders", "[{\"type\": \"CASH\", \"amountFen\": 1800}]");
        fields.put(field, value);
        var body =
                fields.entrySet().stream()
                        .map(one -> "\"%s\": %s".formatted(one.getKey(), one.getValue()))
                        .collect(joining(", ", "{", "}"));

        var refused = CANTEEN.till().withNewKey().post("/v1/pos/checkouts", body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.at("/errors").findValuesAsText("pointer"))
                .as(refused.toString())
                .contains(at);
    }

    @Test
    void a_checkout_without_the_word_credential_is_refused() {
        var refused =
                CANTEEN.till()
                        .withNewKey()
                        .post("/v1/pos/checkouts", without(sale(NOBODY, 1800), "credential"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    }

    @Test
    void only_today_is_sold() {
        var refused = CANTEEN.sell(with(sale(NOBODY, 1800), "serviceDate", "2020-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("SERVICE_DATE_REFUSED");
    }

    @Test
    void an_order_is_found_by_its_receipt_at_its_own_site_only() {
        var sold = CANTEEN.sell(lunch(CANTEEN.entitled(), 1300));
        var path = "/v1/pos/checkouts?receiptNumber=" + sold.text("/receiptNumber");
        var other = Canteen.open();

        assertThat(CANTEEN.till().get(path).text("/items/0/orderId"))
                .isEqualTo(sold.text("/orderId"));
        assertThat(other.till().get(path).at("/items").size()).isZero();
        assertThat(other.till().get("/v1/pos/checkouts/" + sold.text("/orderId")).status())
                .isEqualTo(404);
        assertThat(CANTEEN.till().get("/v1/pos/checkouts?receiptNumber=%25%27").status())
                .isEqualTo(200);
    }

    @Test
    void what_was_eaten_in_a_persons_name_is_shown_to_officers_of_the_area() {
        var diner = CANTEEN.entitled();
        var sold = CANTEEN.sell(lunch(diner, 1300));
        var month = sold.text("/bookingDate").substring(0, 7);
        var path = "/v1/elders/" + diner.elderId() + "/meals?month=" + month;

        var meals = CANTEEN.server().as(Role.CITY_ADMIN).get(path);

        assertThat(meals.status()).as(meals.toString()).isEqualTo(200);
        assertThat(meals.text("/meals/0/orderId")).isEqualTo(sold.text("/orderId"));
        assertThat(meals.number("/grantedFen")).isEqualTo(500);
    }
}
