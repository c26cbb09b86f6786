package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.NOBODY;
import static org.nuancan.till.Canteen.lunch;
import static org.nuancan.till.Canteen.sale;
import static org.nuancan.till.Canteen.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.live.EventStream;

/// Sales of a site, as managers, the kitchen and officers see them.
class SiteSalesTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void sales_are_counted_and_summed_by_slot_net_of_refunds() {
        var canteen = Canteen.open();
        var sold = canteen.sell(lunch(canteen.entitled(), 1800 - 500));
        var other = canteen.sell(lunch(canteen.entitled(), 1800 - 500));
        var dinner = canteen.sell(with(sale(NOBODY, 1800), "slot", "DINNER"));
        var goods =
                canteen.sell(
                        with(
                                with(
                                        sale(NOBODY, 1800 + 2 * 700),
                                        "items",
                                        List.of(
                                                Map.of("sku", "SET", "quantity", 1),
                                                Map.of("sku", "BEER", "quantity", 2))),
                                "slot",
                                "DINNER"));
        assertThat(List.of(sold, other, dinner, goods)).allMatch(reply -> reply.status() == 201);
        assertThat(canteen.refundAll(other.text("/orderId")).status()).isEqualTo(201);
        assertThat(
                        canteen.refund(
                                        goods.text("/orderId"),
                                        List.of(Map.of("sku", "BEER", "quantity", 1)))
                                .status())
                .isEqualTo(201);

        var sales = manager(canteen).get(path(canteen));

        assertThat(sales.status()).as("%s", sales).isEqualTo(200);
        assertThat(sales.at("/slots").findValuesAsText("slot"))
                .containsExactly("BREAKFAST", "LUNCH", "DINNER");
        assertThat(sales.at("/slots/0/orders").asLong()).isZero();
        assertThat(sales.number("/slots/1/orders")).isEqualTo(1);
        assertThat(sales.number("/slots/1/grossFen")).isEqualTo(1800);
        assertThat(sales.number("/slots/1/elderPaysFen")).isEqualTo(1800 - 500);
        assertThat(sales.number("/slots/1/dinerGrantFen")).isEqualTo(500);
        assertThat(sales.number("/slots/1/incentiveFen")).isEqualTo(300);
        assertThat(sales.number("/slots/2/orders")).isEqualTo(2);
        assertThat(sales.number("/slots/2/grossFen")).isEqualTo(1800 + 1800 + 700);
        assertThat(sales.number("/total/orders")).isEqualTo(3);
        assertThat(sales.number("/total/grossFen")).isEqualTo(3 * 1800 + 700);
        assertThat(sales.number("/total/elderPaysFen")).isEqualTo(3 * 1800 + 700 - 500);
        assertThat(manager(canteen).get(path(canteen) + "?date=2020-01-01").number("/total/orders"))
                .isZero();
    }

    @Test
    void a_sale_at_the_till_is_sent_to_the_manager_at_once() throws Exception {
        var canteen = Canteen.open();
        var name = ServerUnderTest.unique("manager");
        SERVER.bean(UserService.class)
                .create(
                        name,
                        "test-pass",
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId())));
        var token =
                SERVER.anonymous()
                        .post("/login", Map.of("username", name, "password", "test-pass"))
                        .text("/access_token");
        try (var page = new EventStream(SERVER.address(), "Bearer " + token, null)) {
            var sold = canteen.sell(lunch(canteen.entitled(), 1300));

            assertThat(page.next("data: "))
                    .contains(
                            "\"orderId\":\"" + sold.text("/orderId") + "\"",
                            "\"siteId\":\"" + canteen.siteId() + "\"",
                            "\"grossFen\":1800")
                    .doesNotContain("张");
        }
    }

    @Test
    void only_the_kitchen_and_officers_of_the_area_read_the_sales() {
        var canteen = Canteen.open();
        var path = path(canteen);
        var kitchen = SERVER.as(Role.KITCHEN_STAFF, ScopeWords.site(canteen.siteId()));
        var other = Canteen.open();

        assertThat(kitchen.get(path).status()).isEqualTo(200);
        assertThat(officer("110105").get(path).status()).isEqualTo(200);
        assertThat(SERVER.as(Role.AUDITOR).get(path).status()).isEqualTo(200);
        assertThat(officer("110101").get(path).status()).isEqualTo(404);
        assertThat(manager(other).get(path).status()).isEqualTo(404);
        assertThat(kitchen.get(path(other)).status()).isEqualTo(404);
        assertThat(canteen.till().get(path).status()).isEqualTo(403);
        assertThat(
                        SERVER.as(Role.STREET_OFFICER, ScopeWords.street(Canteen.STREET))
                                .get(path)
                                .status())
                .isEqualTo(403);
        assertThat(SERVER.anonymous().get(path).status()).isEqualTo(401);
        assertThat(officer("110105").get("/v1/sites/77/sales").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "20261118", "%2B12026-01-01"})
    void an_invalid_date_is_refused(String date) {
        var canteen = Canteen.open();

        var refused = manager(canteen).get(path(canteen) + "?date=" + date);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
    }

    private static String path(Canteen canteen) {
        return "/v1/sites/" + canteen.siteId() + "/sales";
    }

    private static Client manager(Canteen canteen) {
        return SERVER.as(
                Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(canteen.providerId())));
    }

    private static Client officer(String district) {
        return SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district(district));
    }
}
