package org.nuancan.finance.fund;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.finance.payment.Treasury;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.live.EventStream;

/// What payers set aside, over HTTP.
class BudgetsOverHttpTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void a_budget_warns_before_it_is_used_up() {
        MONEY.canteen("110310", 2);
        MONEY.close();
        var payer = MONEY.finance("110310");
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
        assertThat(own.at("/warnings/0/on").asText()).isEqualTo(MONEY.day().toString());
        assertThat(own.at("/warnings/1/reached").asBoolean()).isFalse();
        assertThat(funds.body()).doesNotContain("110309");
        var audited =
                MONEY.server()
                        .as(Role.AUDITOR, ScopeWords.district("110310"))
                        .get("/v1/audit-entries?kind=BUDGET");
        assertThat(audited.text("/items/0/subject")).isEqualTo("budget 110310 2026");
        assertThat(audited.text("/items/0/changes/0/before")).isEqualTo("600");
        assertThat(audited.text("/items/0/changes/0/after")).isEqualTo("550");
        assertThat(audited.at("/items")).hasSize(2);
    }

    @Test
    void a_district_is_warned_once_at_each_mark_and_software_and_open_pages_hear_it()
            throws Exception {
        MONEY.canteen("110315", 2);
        var finance = MONEY.finance("110315");
        assertThat(budget(finance, "110315", 600).status()).isEqualTo(201);
        // 500 of 600 are 83.3 per cent.
        assertThat(warned(finance)).containsExactly("80 of 600 at 500");

        try (var page = new EventStream(MONEY.server().address(), token("110315"), null)) {
            var _ = page.next(":");
            MONEY.canteen("110315", 1);
            // 750 of 600.
            MONEY.close();
            MONEY.server().bean(FundWatch.class).closed();

            assertThat(page.next("event: ")).isEqualTo("fund.warning");
            var event = page.next("data: ");
            // The first may be on its way still.
            if (event.contains("\"percent\":80")) {
                event = page.next("data: ");
            }
            assertThat(event)
                    .contains("\"payer\":\"110315\"", "\"percent\":95", "\"budgetFen\":600");
            assertThat(page.next("data: ")).contains("\"percent\":100", "\"grantedFen\":750");
        }
        var nodes = Treasury.atOnce(20, () -> MONEY.server().bean(FundWatch.class).look());
        assertThat(nodes).containsOnly(0);
        assertThat(warned(finance))
                .containsExactly("80 of 600 at 500", "95 of 600 at 750", "100 of 600 at 750");
        // Used up, raised, used up again: told already.
        assertThat(budget(finance, "110315", 10_000).status()).isEqualTo(201);
        assertThat(budget(finance, "110315", -10_000).status()).isEqualTo(201);
        assertThat(warned(finance)).hasSize(3);
        assertThat(warned(MONEY.finance("110316"))).isEmpty();
    }

    private static String token(String district) {
        var name = ServerUnderTest.unique("page");
        MONEY.server()
                .bean(UserService.class)
                .create(name, "test-pass", Role.DISTRICT_FINANCE, ScopeWords.district(district));
        return "Bearer "
                + MONEY.server()
                        .anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"))
                        .text("/access_token");
    }

    private static List<String> warned(Client caller) {
        var warned = new ArrayList<String>();
        for (JsonNode item : caller.get("/v1/finance/fund-warnings?year=2026").at("/items")) {
            warned.add(
                    "%d of %d at %d"
                            .formatted(
                                    item.at("/percent").asLong(),
                                    item.at("/budgetFen").asLong(),
                                    item.at("/grantedFen").asLong()));
        }
        return warned;
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
}
