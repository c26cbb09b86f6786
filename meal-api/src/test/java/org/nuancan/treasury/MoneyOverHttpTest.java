package org.nuancan.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Transactions;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.review.Outcome;
import org.nuancan.review.Review;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.Reviewer;
import org.nuancan.review.Reviewer.Reach;

/// From an approved statement to the provider's account and back into the district's, over HTTP.
class MoneyOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final Bookkeeper BOOKS = new Bookkeeper(SERVER);
    private static final long OWED = 800;

    /// Each test has a day of its own: one that is closed takes nothing more.
    private static LocalDate day = LocalDate.of(2026, 11, 1);

    @BeforeEach
    void next_day() {
        day = day.plusDays(1);
        BOOKS.clock(day + "T12:00:00+08:00");
    }

    private static Client city() {
        return SERVER.as(Role.CITY_ADMIN);
    }

    private static Client finance(String district) {
        return SERVER.as(Role.DISTRICT_FINANCE, ScopeWords.district(district));
    }

    /// A canteen of a district of its own with `meals` lunches of the day.
    private static Canteen canteen(String district, int meals) {
        var canteen = BOOKS.canteen(district + "001");
        for (var meal = 0; meal < meals; meal++) {
            BOOKS.lunch(canteen, day + "T04:00:00Z");
        }
        return canteen;
    }

    private static String statement(Canteen canteen) {
        return city().get("/v1/statements?providerId=" + canteen.providerId())
                .text("/items/0/statementId");
    }

    private static void approve(String statement, Canteen canteen, String officer) {
        var review = SERVER.bean(Review.class);
        var seen = Seen.any(Long.parseLong(statement));
        var district = canteen.division().substring(0, 6);
        var provider = new Reach.OfProvider(Long.parseLong(canteen.providerId()));
        Outcome last =
                SERVER.bean(Transactions.class)
                        .inOne(connection -> {
                            review.checked(connection, List.of(seen.statementId()));
                            var _ =
                                    review.confirm(
                                            connection, seen, new Reviewer("manager", provider));
                            var _ =
                                    review.review(
                                            connection,
                                            seen,
                                            new Reviewer(
                                                    "street",
                                                    new Reach.Street(canteen.division())));
                            return review.approve(
                                    connection,
                                    seen,
                                    new Reviewer(officer, new Reach.District(district)));
                        });
        assertThat(last).isInstanceOf(Outcome.Done.class);
    }

    private static void close() {
        BOOKS.clock(day.plusDays(1) + "T03:00:00+08:00");
        var closed = city().post("/v1/settlement/days/" + day + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    }

    private static Reply pay(Client caller, String district) {
        return caller.withNewKey()
                .post(
                        "/v1/payment-batches",
                        Map.of("districtCode", district, "throughDate", day.toString()));
    }

    private static String state(String statement) {
        return city().get("/v1/statements/" + statement).text("/state");
    }

    private static Map<String, Long> balances(String district) {
        var balances = new TreeMap<String, Long>();
        for (JsonNode item :
                finance(district).get("/v1/finance/trial-balance?asOf=2026-12-31").at("/items")) {
            balances.put(item.at("/account").asText(), item.at("/balanceFen").asLong());
        }
        return balances;
    }

    private static JsonNode pair(Reply reconciliation, String pair) {
        for (JsonNode item : reconciliation.at("/items")) {
            if (item.at("/pair").asText().equals(pair)) {
                return item;
            }
        }
        throw new AssertionError(pair + " is missing: " + reconciliation);
    }

    @Test
    void a_failed_payment_is_paid_by_the_next_batch_and_a_returned_one_again() {
        var canteen = canteen("110301", 2);
        close();
        var statement = statement(canteen);
        assertThat(pay(finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");
        approve(statement, canteen, "officer");

        var batch = pay(finance("110301"), "110301");
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        assertThat(batch.number("/count")).isEqualTo(1);
        assertThat(batch.number("/sumFen")).isEqualTo(2 * OWED);
        assertThat(state(statement)).isEqualTo("IN_PAYMENT");
        assertThat(balances("110301")).containsEntry("transit:110301", -2 * OWED);
        assertThat(pay(finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");

        var failed = answer(batch, "FAILED");
        assertThat(failed.text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(answer(batch, "SETTLED").text("/results/0/effect")).isEqualTo("CONFLICT");

        var second = pay(finance("110301"), "110301");
        assertThat(second.text("/payments/0/endToEndId"))
                .isNotEqualTo(batch.text("/payments/0/endToEndId"));
        assertThat(answer(second, "UNKNOWN").text("/results/0/state")).isEqualTo("UNKNOWN");
        assertThat(pay(finance("110301"), "110301").code()).isEqualTo("NOTHING_TO_PAY");
        assertThat(answer(second, "SETTLED").text("/results/0/state")).isEqualTo("SETTLED");
        assertThat(state(statement)).isEqualTo("PAID");
        assertThat(answer(second, "SETTLED").text("/results/0/effect")).isEqualTo("REPEATED");
        assertThat(answer(second, "RETURNED").text("/results/0/effect")).isEqualTo("APPLIED");
        assertThat(state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(balances("110301"))
                .containsEntry("transit:110301", 0L)
                .containsEntry("bank:110301", 0L)
                .containsEntry("payable:" + canteen.providerId(), -2 * OWED);
    }

    private static Reply answer(Reply batch, String outcome) {
        return finance(batch.text("/districtCode"))
                .withNewKey()
                .post(
                        "/v1/payment-batches/" + batch.text("/batchId") + "/results",
                        Map.of(
                                "results",
                                List.of(
                                        Map.of(
                                                "endToEndId",
                                                batch.text("/payments/0/endToEndId"),
                                                "outcome",
                                                outcome,
                                                "reason",
                                                "as the bank says"))));
    }

    @Test
    void the_file_is_the_same_whenever_it_is_fetched_and_the_banks_answer_is_read_from_a_file() {
        var canteen = canteen("110302", 1);
        close();
        var statement = statement(canteen);
        approve(statement, canteen, "officer");
        var batch = pay(finance("110302"), "110302");
        var path = "/v1/payment-batches/" + batch.text("/batchId");

        var xml = finance("110302").get(path + "/file?format=pain001");
        assertThat(xml.status()).as(xml.toString()).isEqualTo(200);
        assertThat(xml.body())
                .contains("pain.001.001.09", "6222020200012345", "8.00", "账房食堂")
                .isEqualTo(finance("110302").get(path + "/file").body());
        assertThat(xml.header("X-Control-Sum-Fen")).hasValue(Long.toString(OWED));
        assertThat(finance("110302").get(path + "/file?format=csv").body())
                .contains("6222020200012345", "8.00,800,CNY");
        assertThat(batch.body()).doesNotContain("6222020200012345");

        var unreadable = send(path, "text/csv", "what,is,this\n1,2,3\n");
        assertThat(unreadable.code()).isEqualTo("BANK_FILE_UNREADABLE");
        var taken =
                send(
                        path,
                        "text/csv",
                        "endToEndId,outcome,amountFen,reason\n%s,SETTLED,%d,\nother,SETTLED,1,\n"
                                .formatted(batch.text("/payments/0/endToEndId"), OWED));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.number("/applied")).isEqualTo(1);
        assertThat(taken.text("/results/1/effect")).isEqualTo("NOT_OURS");
        assertThat(state(statement)).isEqualTo("PAID");
        assertThat(finance("110302").get(path).text("/payments/0/state")).isEqualTo("SETTLED");
    }

    private static Reply send(String path, String type, String body) {
        return finance("110302").withNewKey().send("POST", path + "/results", type, body);
    }

    @Test
    void who_has_approved_does_not_pay_and_others_see_nothing() {
        var canteen = canteen("110303", 1);
        close();
        var statement = statement(canteen);
        var payer = finance("110303");
        var name = payerName(payer);
        approve(statement, canteen, name);

        assertThat(pay(payer, "110303").code()).isEqualTo("PAYER_HAS_REVIEWED");
        assertThat(state(statement)).isEqualTo("APPROVED");
        assertThat(pay(finance("110304"), "110303").status()).isEqualTo(403);
        assertThat(pay(city(), "110303").status()).isEqualTo(403);
        var other = SERVER.signedInAs(Role.DISTRICT_FINANCE, ScopeWords.district("110303"));
        var batch = pay(other, "110303");
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        var path = "/v1/payment-batches/" + batch.text("/batchId");
        for (var of : List.of(path, path + "/file", path + "/results")) {
            var stranger = finance("110304").withNewKey();
            var reply =
                    of.endsWith("results")
                            ? stranger.post(
                                    of,
                                    Map.of(
                                            "results",
                                            List.of(
                                                    Map.of(
                                                            "endToEndId",
                                                            "NC1",
                                                            "outcome",
                                                            "SETTLED"))))
                            : stranger.get(of);
            assertThat(reply.status()).as(of).isEqualTo(404);
        }
        assertThat(finance("110304").get("/v1/payment-batches").at("/items").size()).isZero();
    }

    private static String payerName(Client payer) {
        var made =
                payer.withNewKey()
                        .post(
                                "/v1/finance/budgets",
                                Map.of(
                                        "payer",
                                        "110303",
                                        "year",
                                        2031,
                                        "changeFen",
                                        1,
                                        "reason",
                                        "who am I"));
        return made.text("/madeBy");
    }

    @Test
    void money_comes_in_once_pays_the_oldest_and_the_reconciliation_closes() {
        canteen("110305", 2);
        close();
        var payer = finance("110305");
        var before = payer.get("/v1/finance/reconciliation?date=" + day + "&districtCode=110305");
        assertThat(pair(before, "CLAIMS_RECEIVED").at("/outcome").asText()).isEqualTo("DIFFERS");
        assertThat(pair(before, "JOURNALS_STATEMENTS").at("/outcome").asText()).isEqualTo("AGREES");
        assertThat(pair(before, "COLLECTED_RECEIVED").at("/outcome").asText())
                .isEqualTo("NOTHING_TO_COMPARE");

        var first = receive("110305", Map.of("payer", "11"), 600, "R-1");
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.text("/journal")).isEqualTo("FUNDED");
        assertThat(first.number("/matchedFen")).isEqualTo(600);
        assertThat(receive("110305", Map.of("payer", "11"), 600, "R-1").code())
                .isEqualTo("RECEIPT_ON_FILE");
        var second = receive("110305", Map.of("payer", "11"), 2 * 550 - 600 + 50, "R-2");
        assertThat(second.number("/unmatchedFen")).isEqualTo(50);
        var third = receive("110305", Map.of("payer", "110305"), 2 * 250, "R-3");
        assertThat(third.number("/unmatchedFen")).isZero();
        assertThat(balances("110305"))
                .containsEntry("claim:11", -50L)
                .containsEntry("claim:110305", 0L)
                .containsEntry("bank:110305", 2L * 800 + 50);

        var after = payer.get("/v1/finance/reconciliation?date=" + day + "&districtCode=110305");
        var claims = pair(after, "CLAIMS_RECEIVED");
        assertThat(claims.at("/left")).isEqualTo(claims.at("/right"));
        assertThat(claims.at("/differences").size()).isEqualTo(1);
        assertThat(claims.at("/differences/0/kind").asText()).isEqualTo("IN_ADVANCE");
        assertThat(payer.get("/v1/finance/receipts").at("/items").size()).isEqualTo(3);
        assertThat(
                        finance("110304")
                                .get("/v1/finance/receipts/" + first.text("/receiptId"))
                                .status())
                .isEqualTo(404);
    }

    private static Reply receive(String district, Map<String, ?> from, long fen, String reference) {
        return finance(district)
                .withNewKey()
                .post("/v1/finance/receipts", money(district, from, fen, reference));
    }

    private static Map<String, Object> money(
            String district, Map<String, ?> from, long fen, String reference) {
        return Map.of(
                "districtCode",
                district,
                "from",
                from,
                "fen",
                fen,
                "receivedOn",
                day.toString(),
                "reference",
                reference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"payer":"11","tender":"ECNY"} | 100 | 400
                    {}                             | 100 | 400
                    {"payer":"HOUSEHOLD"}          | 100 | 400
                    {"payer":"PROVIDER"}           | 100 | 400
                    {"tender":"CASH"}              | 100 | 400
                    {"payer":"11"}                 | 0   | 400
                    {"payer":"11"}                 | -1  | 400
                    {"payer":"11"}                 | 1.5 | 400
                    {"providerId":"77"}            | 100 | 422
                    {"providerId":7}               | 100 | 400
                    {"tender":"ECNY"}              | 100 | 201
                    """)
    void whose_money_it_is_must_be_said(String from, String fen, int status) {
        var body =
                """
                {"districtCode": "110306", "from": %s, "fen": %s, "receivedOn": "2026-11-01",
                 "reference": "%s"}
                """
                        .formatted(from, fen, ServerUnderTest.unique("ref"));
        assertThat(finance("110306").withNewKey().post("/v1/finance/receipts", body).status())
                .isEqualTo(status);
    }

    @Test
    void a_provider_pays_in_no_more_than_it_owes() {
        var canteen = canteen("110307", 1);
        close();
        var refused = receive("110307", Map.of("providerId", canteen.providerId()), 5, "P-1");

        assertThat(refused.code()).isEqualTo("RECEIPT_EXCEEDS_DEBT");
        assertThat(refused.number("/owedFen")).isZero();
        assertThat(receive("110308", Map.of("providerId", canteen.providerId()), 5, "P-1").code())
                .isEqualTo("PROVIDER_UNKNOWN");
    }

    @Test
    void sent_twenty_times_at_once_everything_takes_effect_once() throws Exception {
        var canteen = canteen("110309", 3);
        close();
        var statement = statement(canteen);
        approve(statement, canteen, "officer");
        var payer = finance("110309");

        var batches = atOnce(20, () -> pay(payer, "110309"));
        assertThat(batches.stream().filter(one -> one.status() == 201)).hasSize(1);
        var batch = batches.stream().filter(one -> one.status() == 201).findFirst().orElseThrow();

        var settled = atOnce(20, () -> answer(batch, "SETTLED"));
        assertThat(settled).allMatch(one -> one.status() == 200);
        assertThat(settled.stream().filter(one -> one.text("/results/0/effect").equals("APPLIED")))
                .hasSize(1);

        var received =
                atOnce(20, () -> receive("110309", Map.of("payer", "11"), 3 * 550, "TWENTY"));
        assertThat(received.stream().filter(one -> one.status() == 201)).hasSize(1);
        var same = payer.withNewKey();
        var replayed =
                atOnce(
                        20,
                        () ->
                                same.post(
                                        "/v1/finance/receipts",
                                        money(
                                                "110309",
                                                Map.of("payer", "110309"),
                                                3 * 250,
                                                "SAME")));
        assertThat(replayed).allMatch(one -> one.status() == 201 || one.status() == 409);
        assertThat(balances("110309"))
                .containsEntry("bank:110309", 0L)
                .containsEntry("transit:110309", 0L)
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110309", 0L)
                .containsEntry("payable:" + canteen.providerId(), 0L);
    }

    private static List<Reply> atOnce(int times, Callable<Reply> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Reply>();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                replies.add(done.get());
            }
            return replies;
        }
    }

    @Test
    void a_budget_warns_before_it_is_used_up() {
        canteen("110310", 2);
        close();
        var payer = finance("110310");
        assertThat(budget(payer, "110310", 600).number("/budgetFen")).isEqualTo(600);
        assertThat(budget(payer, "110310", -700).code()).isEqualTo("BUDGET_BELOW_ZERO");
        assertThat(budget(payer, "110310", -50).number("/budgetFen")).isEqualTo(550);
        assertThat(budget(payer, "11", 5).status()).isEqualTo(403);
        assertThat(budget(payer, "nobody", 5).status()).isEqualTo(400);
        assertThat(payer.get("/v1/finance/budgets?year=2026").at("/items").size()).isEqualTo(2);

        var funds = payer.get("/v1/finance/funds?year=2026");
        var own = fundOf(funds, "110310");
        assertThat(own.at("/budgetFen").asLong()).isEqualTo(550);
        assertThat(own.at("/grantedFen").asLong()).isEqualTo(2 * 250);
        assertThat(own.at("/claimedFen").asLong()).isEqualTo(2 * 250);
        assertThat(own.at("/paidFen").asLong()).isZero();
        assertThat(own.at("/forecastFen").asLong()).isGreaterThan(2 * 250);
        // 500 of 550 are 90.9 per cent.
        assertThat(own.at("/warnings/0/percent").asInt()).isEqualTo(80);
        assertThat(own.at("/warnings/0/reached").asBoolean()).isTrue();
        assertThat(own.at("/warnings/0/on").asText()).isEqualTo(day.toString());
        assertThat(own.at("/warnings/1/reached").asBoolean()).isFalse();
        assertThat(funds.body()).doesNotContain("110309");
    }

    private static JsonNode fundOf(Reply funds, String payer) {
        for (JsonNode item : funds.at("/items")) {
            if (item.at("/payer").asText().equals(payer)) {
                return item;
            }
        }
        throw new AssertionError(payer + " is missing: " + funds);
    }

    private static Reply budget(Client caller, String payer, long change) {
        return caller.withNewKey()
                .post(
                        "/v1/finance/budgets",
                        Map.of(
                                "payer",
                                payer,
                                "year",
                                2026,
                                "changeFen",
                                change,
                                "reason",
                                "decision 1"));
    }

    @Test
    void a_difference_is_taken_explained_closed_and_opens_again_with_other_figures() {
        canteen("110311", 1);
        close();
        var payer = finance("110311");
        var path = "/v1/finance/reconciliation?date=" + day + "&districtCode=110311";
        var before = payer.get(path);
        var item = pair(before, "CLAIMS_RECEIVED");
        var id = item.at("/differences/0/differenceId").asText();
        assertThat(item.at("/differences/0/kind").asText()).isEqualTo("NOT_RECEIVED");
        assertThat(item.at("/differences/0/leftFen").asLong()).isEqualTo(550);
        assertThat(item.at("/differences/0/rightFen").asLong()).isZero();
        assertThat(item.at("/differences/0/records/0/id").asText()).isEqualTo("11");

        assertThat(handle(payer, id, "close", "110311").code()).isEqualTo("DIFFERENCE_STATE");
        assertThat(handle(payer, id, "take", "110311").text("/state")).isEqualTo("TAKEN");
        assertThat(handle(payer, id, "take", "110311").code()).isEqualTo("DIFFERENCE_STATE");
        assertThat(handle(payer, id, "explain", "110311").text("/explanation")).isEqualTo("late");
        assertThat(handle(payer, id, "close", "110311").text("/state")).isEqualTo("CLOSED");
        assertThat(handle(finance("110304"), id, "take", "110311").status()).isEqualTo(403);
        assertThat(handle(finance("110304"), id, "take", "110304").status()).isEqualTo(404);
        var closed = payer.get(path);
        assertThat(pair(closed, "CLAIMS_RECEIVED").at("/differences/0/handled/state").asText())
                .isEqualTo("CLOSED");
        assertThat(closed.number("/open")).isEqualTo(before.number("/open") - 1);

        assertThat(receive("110311", Map.of("payer", "11"), 1, "D-1").status()).isEqualTo(201);
        var again = payer.get(path);
        assertThat(pair(again, "CLAIMS_RECEIVED").at("/differences/0/handled").isNull()).isTrue();
        assertThat(again.number("/open")).isEqualTo(before.number("/open"));
        assertThat(
                        SERVER.as(Role.AUDITOR)
                                .with("Accept-Language", "en")
                                .get(
                                        "/v1/finance/reconciliation?date=2020-01-01&districtCode=110311")
                                .at("/items/0/text")
                                .asText())
                .isEqualTo("nothing to compare");
        assertThat(city().get("/v1/finance/reconciliation?date=2020-01-01").status())
                .isEqualTo(400);
    }

    private static Reply handle(Client caller, String id, String step, String district) {
        var body =
                new TreeMap<String, Object>(
                        Map.of("date", day.toString(), "districtCode", district));
        if (step.equals("explain")) {
            body.put("explanation", "late");
        }
        return caller.post("/v1/finance/differences/" + id + "/" + step, body);
    }
}
