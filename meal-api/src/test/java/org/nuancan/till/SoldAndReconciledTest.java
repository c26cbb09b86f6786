package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// What a till sold, as the elder and the district's finance see it afterwards.
class SoldAndReconciledTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final Canteen CANTEEN = Canteen.open(SERVER);

    private static JsonNode pair(String date, String pair) {
        Reply all =
                SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district("110105"))
                        .get("/v1/finance/reconciliation?date=" + date);
        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        for (JsonNode item : all.at("/items")) {
            if (item.at("/pair").asText().equals(pair)) {
                return item;
            }
        }
        throw new AssertionError(pair);
    }

    private static Map<String, Object> inShift(Map<String, Object> sale, String shift, int number) {
        var more = new HashMap<>(sale);
        more.put("shiftId", shift);
        more.put("sequence", number);
        return more;
    }

    @Test
    void tills_orders_and_journals_agree_until_one_of_them_says_something_else() {
        var first = CANTEEN.sell(inShift(lunch(CANTEEN.entitled(), 1300), "S1", 1));
        var second = CANTEEN.sell(inShift(lunch(CANTEEN.entitled(), 1300), "S1", 2));
        assertThat(CANTEEN.refundAll(second.text("/orderId")).status()).isEqualTo(201);
        var date = first.text("/bookingDate");
        report("S1", 2, 2, 1800, 1300);

        var tills = pair(date, "TILL_ORDERS");
        assertThat(tills.at("/outcome").asText()).as(tills.toString()).isEqualTo("AGREES");
        var orders = pair(date, "ORDERS_JOURNALS");
        assertThat(orders.at("/outcome").asText()).as(orders.toString()).isEqualTo("AGREES");
        assertThat(orders.at("/left/count").asInt()).isEqualTo(3);
        assertThat(orders.at("/left/sumFen").asLong()).isEqualTo(1800);
        assertThat(orders.at("/right")).isEqualTo(orders.at("/left"));

        var third = CANTEEN.sell(inShift(lunch(CANTEEN.entitled(), 1300), "S2", 1));
        report("S2", 1, 4, 1700, 1300);
        tills = pair(date, "TILL_ORDERS");
        assertThat(tills.at("/differences").size()).isEqualTo(2);
        assertThat(tills.at("/differences/0/kind").asText()).isEqualTo("TILL_TOTAL_DIFFERS");
        assertThat(tills.at("/differences/0/leftFen").asLong()).isEqualTo(1700);
        assertThat(tills.at("/differences/0/rightFen").asLong()).isEqualTo(1800);
        assertThat(tills.at("/differences/1/kind").asText()).isEqualTo("SEQUENCE_GAP");

        forge(third.text("/orderId"), 1);
        orders = pair(date, "ORDERS_JOURNALS");
        assertThat(orders.at("/differences").size()).isEqualTo(1);
        assertThat(orders.at("/differences/0/kind").asText()).isEqualTo("ORDER_AMOUNT_DIFFERS");
        assertThat(orders.at("/differences/0/records/0/id").asText())
                .isEqualTo(third.text("/orderId"));
        forge(third.text("/orderId"), -1);
    }

    /// Changes an order directly in the database.
    private static void forge(String orderId, long by) {
        var _ =
                SERVER.bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update meal_order set gross_fen = gross_fen + ?
                                                 where order_id = ?
                                                """)
                                        .with(by, Long.parseLong(orderId))
                                        .run());
    }

    private Instant lastReport = Instant.now();

    private void report(String shift, int count, int last, long gross, long cash) {
        var from = lastReport;
        var now = Instant.now();
        lastReport = now;
        var filed =
                CANTEEN.till()
                        .withNewKey()
                        .post(
                                "/v1/pos/shift-reports",
                                Map.of(
                                        "shiftId",
                                        shift,
                                        "from",
                                        from.toString(),
                                        "to",
                                        now.toString(),
                                        "count",
                                        count,
                                        "lastSequence",
                                        last,
                                        "grossFen",
                                        gross,
                                        "tenders",
                                        List.of(Map.of("type", "CASH", "amountFen", cash))));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
    }

    @Test
    void an_elders_month_is_printed_in_large_chinese_type() throws IOException {
        var diner = CANTEEN.entitled();
        var sold = CANTEEN.sell(lunch(diner, 1300));
        var month = sold.text("/bookingDate").substring(0, 7);
        var path = "/v1/elders/" + diner.elderId() + "/meals.pdf?month=" + month;

        var bytes = SERVER.as(Role.CITY_ADMIN).download(path);

        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("张*生", "用餐记录", "试验助餐点", "午餐", "13.00", "5.00", "共 1 餐")
                    .doesNotContain("张建生", diner.idNumber(), diner.card());
        }
        var other = SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105099"));
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(SERVER.as(Role.CITY_ADMIN).get(path.replace(month, "2026-99")).status())
                .isEqualTo(400);
    }
}
