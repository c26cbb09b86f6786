package org.nuancan.finance.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// One day of two canteens in two districts, closed: who sees what of it.
class FinanceOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final String DAY = "2026-11-18";
    private static final String STREET = "110105012";

    private static Canteen chaoyang = new Canteen("", "", "");
    private static Canteen dongcheng = new Canteen("", "", "");
    private static long order;
    private static Map<String, String> statements = Map.of();

    @BeforeAll
    static void close_a_day() {
        var books = new Bookkeeper(SERVER);
        chaoyang = books.canteen(STREET);
        dongcheng = books.canteen("110101001");
        books.clock("2026-11-18T12:00:00+08:00");
        order = books.lunch(chaoyang, "2026-11-18T04:00:00Z");
        books.lunch(chaoyang, "2026-11-18T04:01:00Z");
        books.lunch(dongcheng, "2026-11-18T04:02:00Z");
        books.clock("2026-11-19T01:00:00+08:00");
        var closed = SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + DAY + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        statements = new TreeMap<>();
        for (var item : get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/statements").at("/items")) {
            statements.put(item.at("/providerId").asText(), item.at("/statementId").asText());
        }
    }

    private static Reply get(String role, ScopeWords scope, String path) {
        return SERVER.as(role, scope).get(path);
    }

    @Test
    void a_head_of_the_journal_leaves_no_export_behind() {
        var finance = SERVER.as(Role.CITY_ADMIN);
        var path = "/v1/finance/journal?date=" + DAY;

        for (var i = 0; i < 20; i++) {
            var answer = finance.send("HEAD", path, "application/json", "");
            assertThat(answer.status()).isIn(200, 503);
        }

        var end = System.nanoTime() + 15_000_000_000L;
        while (SERVER.bean(JournalExport.class).running() > 0) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(finance.get(path).status()).isEqualTo(200);
    }

    @Test
    void a_closed_day_answers_the_same_again() {
        var again = SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + DAY + "/close", "{}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/date")).isEqualTo(DAY);
        assertThat(again.text("/state")).isEqualTo("CLOSED");
        assertThat(again.number("/orders")).isEqualTo(3);
        assertThat(again.number("/statements")).isEqualTo(2);
        assertThat(again.at("/parked").isArray()).isTrue();
        assertThat(again.text("/contentHash")).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19", "2027-01-01"})
    void a_day_that_is_not_over_is_not_closed(String date) {
        var refused = SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/" + date + "/close");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DAY_NOT_OVER");
    }

    @Test
    void an_invalid_day_is_refused() {
        var refused = SERVER.as(Role.CITY_ADMIN).post("/v1/settlement/days/2026-02-30/close");

        assertThat(refused.status()).isIn(400, 404);
    }

    @Test
    void a_statement_has_the_sums_of_the_contract() {
        var one =
                get(
                        Role.CITY_ADMIN,
                        ScopeWords.city(),
                        "/v1/statements/" + statements.get(chaoyang.providerId()));

        assertThat(one.status()).as(one.toString()).isEqualTo(200);
        assertThat(one.text("/date")).isEqualTo(DAY);
        assertThat(one.text("/state")).isEqualTo("CHECKED");
        assertThat(one.number("/orders")).isEqualTo(2);
        assertThat(one.number("/refunds")).isZero();
        assertThat(one.number("/grossFen")).isEqualTo(2 * 1800);
        assertThat(one.number("/collectedFen")).isEqualTo(2 * 1300);
        assertThat(one.number("/platformCollectedFen")).isZero();
        assertThat(one.number("/discountFen")).isZero();
        assertThat(one.number("/dinerGrantFen")).isEqualTo(2 * 500);
        assertThat(one.number("/elsewhereFen")).isZero();
        assertThat(one.number("/incentiveFen")).isEqualTo(2 * 300);
        assertThat(one.number("/adjustmentFen")).isZero();
        assertThat(one.number("/payableFen")).isEqualTo(2 * 800);
        assertThat(one.number("/carriedFen")).isZero();
        assertThat(one.number("/heldFen")).isZero();
        assertThat(one.at("/byFund").toString())
                .isEqualTo("[{\"payer\":\"11\",\"fen\":1100},{\"payer\":\"110105\",\"fen\":500}]");
        assertThat(one.text("/contentHash")).hasSize(64);
        assertThat(one.at("/previousHash").isNull()).isTrue();
    }

    @Test
    void lines_tell_each_grant_and_refusal_with_its_reason() {
        var path = "/v1/statements/" + statements.get(chaoyang.providerId()) + "/lines?limit=1";

        var first = SERVER.as(Role.CITY_ADMIN).with("Accept-Language", "en").get(path);
        var second =
                get(Role.CITY_ADMIN, ScopeWords.city(), path + "&after=" + first.text("/next"));

        assertThat(first.at("/items").size()).isEqualTo(1);
        assertThat(first.text("/items/0/orderId")).isEqualTo(Long.toString(order));
        assertThat(first.text("/items/0/siteId")).isEqualTo(chaoyang.siteId());
        assertThat(first.text("/items/0/siteName")).isEqualTo("账房助餐点");
        assertThat(first.text("/items/0/grants/0/code")).isEqualTo("BJ-DINER");
        assertThat(first.number("/items/0/grants/0/version")).isEqualTo(1);
        assertThat(first.text("/items/0/grants/0/side")).isEqualTo("DINER");
        assertThat(first.number("/items/0/grants/0/fen")).isEqualTo(500);
        assertThat(first.text("/items/0/refusals/0/reason")).isEqualTo("WHO");
        assertThat(first.text("/items/0/refusals/0/text"))
                .isEqualTo("not among those the policy is for");
        assertThat(second.text("/items/0/refusals/0/text")).isEqualTo("不属于该政策的对象");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_ADMIN, city, 200, 200",
        "AUDITOR, 110105, 200, 404",
        "DISTRICT_OFFICER, 110105, 200, 404",
        "DISTRICT_FINANCE, 110105, 200, 404",
        "DISTRICT_OFFICER, 110101, 404, 200",
        "STREET_OFFICER, 110105012, 200, 404",
        "STREET_OFFICER, 110105013, 404, 404",
        "PROVIDER_MANAGER, chaoyang, 200, 404",
        "PROVIDER_MANAGER, dongcheng, 404, 200",
        "KITCHEN_STAFF, site, 403, 403",
    })
    void each_role_reads_the_statements_of_its_area(
            String role, String scope, int ofChaoyang, int ofDongcheng) {
        var words = scope(scope);
        var one = "/v1/statements/" + statements.get(chaoyang.providerId());
        var other = "/v1/statements/" + statements.get(dongcheng.providerId());

        assertThat(get(role, words, one).status()).isEqualTo(ofChaoyang);
        assertThat(get(role, words, one + "/lines").status()).isEqualTo(ofChaoyang);
        assertThat(get(role, words, other).status()).isEqualTo(ofDongcheng);
        var list = get(role, words, "/v1/statements?date=" + DAY);
        if (ofChaoyang == 403) {
            assertThat(list.status()).isEqualTo(403);
        } else {
            var seen = (ofChaoyang == 200 ? 1 : 0) + (ofDongcheng == 200 ? 1 : 0);
            assertThat(list.at("/items").size()).isEqualTo(seen);
        }
    }

    private static ScopeWords scope(String scope) {
        return switch (scope) {
            case "city" -> ScopeWords.city();
            case "chaoyang" -> ScopeWords.provider(Long.parseLong(chaoyang.providerId()));
            case "dongcheng" -> ScopeWords.provider(Long.parseLong(dongcheng.providerId()));
            case "site" -> ScopeWords.site(Long.parseLong(chaoyang.siteId()));
            default -> scope.length() == 9 ? ScopeWords.street(scope) : ScopeWords.district(scope);
        };
    }

    @Test
    void filters_are_combined_and_limited_to_the_callers_area() {
        var district = ScopeWords.district("110105");

        assertThat(count(ScopeWords.city(), "?districtCode=110101")).isEqualTo(1);
        assertThat(count(ScopeWords.city(), "?providerId=" + chaoyang.providerId())).isEqualTo(1);
        assertThat(count(ScopeWords.city(), "?date=2026-11-17")).isZero();
        assertThat(count(ScopeWords.city(), "?state=PAID")).isZero();
        assertThat(count(ScopeWords.city(), "?state=CHECKED")).isEqualTo(2);
        assertThat(count(district, "?districtCode=110101")).isZero();
        assertThat(count(district, "?providerId=" + dongcheng.providerId())).isZero();
    }

    private static int count(ScopeWords scope, String query) {
        var found = get(Role.AUDITOR, scope, "/v1/statements" + query);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        return found.at("/items").size();
    }

    @Test
    void the_trial_balance_sums_to_zero_and_names_accounts_at_zero_too() {
        var all = get(Role.CITY_ADMIN, ScopeWords.city(), "/v1/finance/trial-balance?asOf=" + DAY);
        var one =
                get(
                        Role.DISTRICT_FINANCE,
                        ScopeWords.district("110101"),
                        "/v1/finance/trial-balance?asOf=" + DAY);

        var accounts = balances(all);
        assertThat(accounts.values().stream().mapToLong(fen -> fen).sum()).isZero();
        assertThat(accounts)
                .containsEntry("earned:" + chaoyang.providerId(), 0L)
                .containsEntry("payable:" + chaoyang.providerId(), -1600L)
                .containsEntry("claim:11", 3L * 550);
        assertThat(balances(one))
                .containsOnlyKeys(
                        "claim:11",
                        "claim:110101",
                        "earned:" + dongcheng.providerId(),
                        "payable:" + dongcheng.providerId(),
                        "till:" + dongcheng.providerId());
        assertThat(
                        get(
                                        Role.CITY_ADMIN,
                                        ScopeWords.city(),
                                        "/v1/finance/trial-balance?asOf=2026-11-17")
                                .at("/items")
                                .size())
                .isZero();
    }

    private static Map<String, Long> balances(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var balances = new TreeMap<String, Long>();
        reply.at("/items")
                .forEach(item ->
                        balances.put(
                                item.at("/account").asText(), item.at("/balanceFen").asLong()));
        return balances;
    }

    @Test
    void the_journal_leaves_as_json_with_counts_and_a_control_sum() {
        var journal = get(Role.AUDITOR, ScopeWords.city(), "/v1/finance/journal?date=" + DAY);

        assertThat(journal.status()).as(journal.toString()).isEqualTo(200);
        // Three meals of 6 postings, two closes of 3.
        assertThat(journal.number("/journals")).isEqualTo(3 + 2);
        assertThat(journal.number("/postings")).isEqualTo(3 * 6 + 2 * 3);
        assertThat(journal.number("/controlSumFen")).isEqualTo(3 * 2100 + 3 * 2100);
        assertThat(journal.at("/items").size()).isEqualTo(5);
        var sum = 0L;
        for (var posting : journal.json().findValues("fen")) {
            sum += posting.asLong();
        }
        assertThat(sum).isZero();
    }

    @Test
    void the_journal_leaves_as_csv_with_its_control_sum_in_front() {
        var journal =
                get(
                        Role.DISTRICT_OFFICER,
                        ScopeWords.district("110105"),
                        "/v1/finance/journal?format=csv&date=" + DAY);

        assertThat(journal.status()).as(journal.toString()).isEqualTo(200);
        assertThat(journal.header("X-Row-Count")).contains("15");
        assertThat(journal.header("X-Control-Sum-Fen")).contains(Long.toString(4 * 2100));
        assertThat(journal.body().lines()).hasSize(1 + 15);
        assertThat(journal.body()).startsWith("journalId,kind,").contains(",claim:110105,250,");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-18, 3, 5400",
        "street, 110101001, 1, 1800",
        "policy, BJ-DINER, 3, 0",
        "payer, 110105, 2, 0",
    })
    void sums_are_grouped_by(String grouping, String key, long orders, long gross) {
        var summary =
                get(
                        Role.CITY_ADMIN,
                        ScopeWords.city(),
                        "/v1/finance/summary?from=2026-11-01&to=2026-11-30&groupBy=" + grouping);

        assertThat(summary.status()).as(summary.toString()).isEqualTo(200);
        assertThat(summary.number("/total/grossFen")).isEqualTo(3 * 1800);
        assertThat(summary.number("/total/claimFen")).isEqualTo(3 * 800);
        assertThat(summary.at("/items"))
                .anySatisfy(item -> {
                    assertThat(item.at("/key").asText()).isEqualTo(key);
                    assertThat(item.at("/orders").asLong()).isEqualTo(orders);
                    assertThat(item.at("/grossFen").asLong()).isEqualTo(gross);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/finance/trial-balance?asOf=x",
                "/v1/finance/journal?date=2026-11-18&format=pdf",
                "/v1/finance/journal",
                "/v1/finance/summary?from=2026-11-18&to=2026-11-17&groupBy=day",
                "/v1/finance/summary?from=2026-11-18&to=2026-11-18&groupBy=moon",
                "/v1/statements?state=LOST",
                "/v1/statements?after=!",
            })
    void malformed_requests_are_refused(String path) {
        var refused = get(Role.CITY_ADMIN, ScopeWords.city(), path);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void finance_is_not_for_providers_and_streets() {
        for (var path : new String[] {"trial-balance", "journal?date=" + DAY}) {
            assertThat(
                            get(
                                            Role.PROVIDER_MANAGER,
                                            ScopeWords.provider(
                                                    Long.parseLong(chaoyang.providerId())),
                                            "/v1/finance/" + path)
                                    .status())
                    .isEqualTo(403);
            assertThat(
                            get(
                                            Role.STREET_OFFICER,
                                            ScopeWords.street(STREET),
                                            "/v1/finance/" + path)
                                    .status())
                    .isEqualTo(403);
        }
    }
}
