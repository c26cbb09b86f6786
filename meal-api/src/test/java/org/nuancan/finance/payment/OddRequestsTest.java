package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Unusual requests about money: contradictions, impossible days and sums, wrong spellings of
/// codes, and ID numbers in texts.
class OddRequestsTest {

    private static final Treasury MONEY = Treasury.shared();
    private static final String DISTRICT = "110330";

    /// Valid by GB 11643, and of no person.
    private static final String ID_NUMBER = "11010519491231002X";

    @BeforeAll
    static void a_day() {
        MONEY.nextDay();
    }

    private static void refused(Reply reply, String pointer) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("REQUEST_INVALID");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(reply.body()).doesNotContain(ID_NUMBER);
    }

    @Test
    void a_result_names_a_payment_by_one_id_or_by_two_matching_ids() {
        MONEY.nextDay();
        var first = MONEY.canteen(DISTRICT, 1);
        var second = MONEY.canteen(DISTRICT, 2);
        MONEY.close();
        MONEY.approve(MONEY.statement(first), first, "officer");
        MONEY.approve(MONEY.statement(second), second, "officer");
        var batch = MONEY.pay(MONEY.finance(DISTRICT), DISTRICT);
        var id = batch.text("/payments/0/paymentId");
        var own = batch.text("/payments/0/endToEndId");
        var other = batch.text("/payments/1/endToEndId");

        for (var name : new String[] {other, "other"}) {
            refused(
                    MONEY.answer(
                            batch,
                            Map.of("paymentId", id, "endToEndId", name, "outcome", "SETTLED")),
                    "/results/0/endToEndId");
        }
        refused(
                MONEY.answer(
                        batch, Map.of("paymentId", "1", "endToEndId", own, "outcome", "SETTLED")),
                "/results/0/endToEndId");
        var agreed =
                MONEY.answer(
                        batch, Map.of("paymentId", id, "endToEndId", own, "outcome", "SETTLED"));
        assertThat(agreed.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(
                        MONEY.answer(batch, Map.of("paymentId", "1", "outcome", "SETTLED"))
                                .text("/results/0/effect"))
                .isEqualTo("NOT_OURS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/finance/month?month=0999-12",
                "/v1/finance/month?month=-2026-12",
                "/v1/finance/month?month=%2B12026-12",
                "/v1/finance/month?month=2026-1",
                "/v1/finance/month?month=2026-11&format=CSV",
                "/v1/finance/journal?date=2026-11-01&format=Json",
                "/v1/finance/summary?from=2026-11-01&to=2026-11-01&groupBy=DAY",
                "/v1/statements?state=paid",
                "/v1/statements?state=Paid",
                "/v1/anomalies?code=flat_counts",
                "/v1/anomalies?code=flat-counts",
                "/v1/finance/funds?year=1999",
            })
    void impossible_years_and_wrongly_spelled_codes_are_refused(String path) {
        var reply = MONEY.city().get(path);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/finance/month?month=1000-01",
                "/v1/finance/month?month=9998-12&format=csv",
                "/v1/statements?state=PAID",
                "/v1/anomalies?code=FLAT_COUNTS",
                "/v1/finance/summary?from=2026-11-01&to=2026-11-01&groupBy=day",
            })
    void codes_of_the_contract_are_accepted(String path) {
        assertThat(MONEY.city().get(path).status()).as(path).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000001, 400",
        "-1000000000001, 400",
        "100000000000000, 400",
        "0, 400",
        "1000000000000, 201"
    })
    void a_budget_is_no_more_than_a_city_can_spend(long change, int status) {
        var reply =
                MONEY.finance(DISTRICT)
                        .withNewKey()
                        .post(
                                "/v1/finance/budgets",
                                Map.of(
                                        "payer",
                                        DISTRICT,
                                        "year",
                                        2040,
                                        "changeFen",
                                        change,
                                        "reason",
                                        "x"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1000-01-01, 400", "1999-12-31, 400", "2000-01-01, 201", "2999-01-01, 400"})
    void the_day_of_a_receipt_must_be_between_2000_and_today(String day, int status) {
        var money =
                MONEY.money(
                        DISTRICT,
                        Map.of("payer", "11"),
                        5,
                        ServerUnderTest.unique("odd") + DISTRICT);
        money.put("receivedOn", day);

        var reply = MONEY.finance(DISTRICT).withNewKey().post("/v1/finance/receipts", money);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID_NUMBER,
                "见 " + ID_NUMBER + "。",
                "11010519491231002x",
                "a" + ID_NUMBER,
                "110105 19491231 002x",
                "110105-1949-1231-002X",
                "１１０１０５１９４９１２３１００２Ｘ"
            })
    void an_id_number_in_a_text_is_refused(String words) {
        var reply =
                MONEY.finance(DISTRICT)
                        .withNewKey()
                        .post(
                                "/v1/finance/budgets",
                                Map.of(
                                        "payer",
                                        DISTRICT,
                                        "year",
                                        2041,
                                        "changeFen",
                                        1,
                                        "reason",
                                        words));

        refused(reply, "/reason");
        assertThat(reply.text("/errors/0/code")).isEqualTo("ID_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // the check character is another
                "911010519491231002X", // longer: no ID number
                "11010519491331002X", // no such day
                "10-0001"
            })
    void other_numbers_in_a_text_are_accepted(String words) {
        var reply =
                MONEY.finance(DISTRICT)
                        .withNewKey()
                        .post(
                                "/v1/finance/budgets",
                                Map.of(
                                        "payer",
                                        DISTRICT,
                                        "year",
                                        2041,
                                        "changeFen",
                                        1,
                                        "reason",
                                        words));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void an_id_number_in_a_name_or_address_is_refused() {
        var body =
                """
                {"providerId": "1", "name": "%s", "division": "110105012", "type": "STATION",
                 "grade": 2, "listedFrom": "2022-04-01", "listedTo": null, "address": "%s",
                 "latitude": 39.99, "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                """;

        refused(MONEY.city().post("/v1/sites", body.formatted(ID_NUMBER, "1 号")), "/name");
        refused(MONEY.city().post("/v1/sites", body.formatted("点", ID_NUMBER)), "/address");
        var elder =
                """
                {"name": "%s", "idNumber": "%s",
                 "household": {"kind": "LOCAL", "division": "110105012"},
                 "residenceDivision": "110105012", "address": "%s", "phone": "", "categories": [],
                 "careGrade": 0, "diet": [], "allergens": [],
                 "contacts": [{"name": "%s", "phone": "1", "relation": "x"}]}
                """;
        var city = MONEY.city().withNewKey();
        refused(city.post("/v1/elders", elder.formatted(ID_NUMBER, ID_NUMBER, "a", "b")), "/name");
        refused(
                city.post("/v1/elders", elder.formatted("王", ID_NUMBER, ID_NUMBER, "b")),
                "/address");
        refused(
                city.post("/v1/elders", elder.formatted("王", ID_NUMBER, "a", ID_NUMBER)),
                "/contacts/0/name");
    }

    @Test
    void a_run_request_is_either_automatic_or_lists_orders() {
        var canteen = MONEY.canteen(DISTRICT, 0);
        var dispatcher =
                MONEY.server()
                        .as(
                                org.nuancan.access.Role.DISPATCHER,
                                org.nuancan.access.ScopeWords.provider(
                                        Long.parseLong(canteen.providerId())));
        var reply =
                dispatcher.post(
                        "/v1/delivery-runs",
                        """
                        {"siteId": "%s", "date": "%s", "slot": "LUNCH", "riderUsername": null,
                         "orderIds": ["1"], "auto": true}
                        """
                                .formatted(canteen.siteId(), MONEY.day()));

        refused(reply, "/orderIds");
    }
}
