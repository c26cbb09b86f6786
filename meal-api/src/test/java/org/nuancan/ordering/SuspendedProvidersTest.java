package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.till.Canteen.grants;
import static org.nuancan.till.Canteen.lunch;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.till.Canteen;

/// A provider that is suspended or has ended: what it still sells, hands over and gives back.
class SuspendedProvidersTest {

    private static final Client OFFICER =
            Kitchen.server().as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));

    private static String path(Kitchen kitchen) {
        return "/v1/providers/" + kitchen.canteen().providerId();
    }

    private static Reply suspend(Kitchen kitchen, String from) {
        return OFFICER.post(path(kitchen) + "/suspend", Map.of("from", from, "reason", "卫生检查不合格"));
    }

    private static Map<String, Object> quote(Canteen.Diner diner) {
        return Canteen.without(lunch(diner, 0), "tenders");
    }

    @Test
    void a_suspended_provider_sells_at_the_full_price_alone_until_it_is_resumed() {
        var kitchen = Kitchen.open();
        var canteen = kitchen.canteen();
        var diner = canteen.entitled();
        var other = canteen.entitled();
        var sold = canteen.sell(lunch(diner, 1300));
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);

        var suspended = suspend(kitchen, Kitchen.TODAY);

        assertThat(suspended.status()).as(suspended.toString()).isEqualTo(200);
        assertThat(suspended.text("/state")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("/suspensionReason")).isEqualTo("卫生检查不合格");
        assertThat(suspend(kitchen, Kitchen.TODAY).code()).isEqualTo("PROVIDER_STATE_REFUSED");
        var refused = canteen.sell(lunch(other, 1300));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("PROVIDER_SUSPENDED");
        assertThat(canteen.till().post("/v1/pos/quotes", quote(other)).code())
                .isEqualTo("PROVIDER_SUSPENDED");
        assertThat(canteen.sell(Canteen.sale(Canteen.NOBODY, 1800)).status()).isEqualTo(201);
        assertThat(canteen.till().get("/v1/pos/offline-pack").at("/policies")).isEmpty();
        var returned = canteen.refundAll(sold.text("/orderId"));
        assertThat(returned.status()).as(returned.toString()).isEqualTo(201);
        assertThat(returned.number("/refundedFen")).isEqualTo(1300);

        var resumed = OFFICER.post(path(kitchen) + "/resume");

        assertThat(resumed.text("/state")).isEqualTo("ACTIVE");
        assertThat(resumed.at("/suspendedFrom").isNull()).isTrue();
        assertThat(OFFICER.post(path(kitchen) + "/resume").code())
                .isEqualTo("PROVIDER_STATE_REFUSED");
        assertThat(grants(canteen.sell(lunch(other, 1300))))
                .containsExactly("BJ-DINER 500", "BJ-FLOW 300");
    }

    @Test
    void an_order_placed_before_is_handed_over_with_its_subsidy_and_no_new_one_is_taken() {
        var kitchen = Kitchen.open();
        var canteen = kitchen.canteen();
        assertThat(kitchen.lunch(9).status()).isEqualTo(200);
        var diner = canteen.entitled();
        var order = kitchen.placed(kitchen.order(diner, "TAKE_AWAY"));
        assertThat(suspend(kitchen, Kitchen.TODAY).status()).isEqualTo(200);

        var late = kitchen.place(kitchen.order(canteen.entitled(), "TAKE_AWAY"));
        var collected = kitchen.collect(order, diner, 1300);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("PROVIDER_SUSPENDED");
        assertThat(collected.status()).as(collected.toString()).isEqualTo(200);
        assertThat(grants(collected)).containsExactly("BJ-DINER 500", "BJ-FLOW 300");
        assertThat(kitchen.left()).isEqualTo(9 - 1);
    }

    @Test
    void an_end_takes_effect_on_its_day_and_a_suspended_carrier_takes_no_orders() {
        var kitchen = Kitchen.open();
        var canteen = kitchen.canteen();
        var diner = canteen.entitled();
        var second = canteen.entitled();

        var ended = OFFICER.post(path(kitchen) + "/end", Map.of("on", "2026-11-19"));

        assertThat(ended.text("/state")).isEqualTo("ACTIVE");
        assertThat(ended.text("/endsAt")).isEqualTo("2026-11-18T16:00:00Z");
        assertThat(OFFICER.post(path(kitchen) + "/end", Map.of("on", "2026-11-20")).code())
                .isEqualTo("PROVIDER_STATE_REFUSED");
        assertThat(canteen.sell(lunch(diner, 1300)).status()).isEqualTo(201);
        assertThat(kitchen.lunch(7).status()).isEqualTo(200);
        var carrier = "/v1/providers/" + kitchen.carrierId();
        assertThat(
                        OFFICER.post(
                                        carrier + "/suspend",
                                        Map.of("from", Kitchen.TODAY, "reason", "停运"))
                                .status())
                .isEqualTo(200);
        assertThat(kitchen.place(kitchen.delivery(second)).code()).isEqualTo("PROVIDER_SUSPENDED");

        kitchen.clock("2026-11-19T11:00:00+08:00");
        assertThat(canteen.sell(lunch(second, 1300)).code()).isEqualTo("PROVIDER_SUSPENDED");
        assertThat(OFFICER.get(path(kitchen)).text("/state")).isEqualTo("ENDED");
        assertThat(suspend(kitchen, "2026-11-19").code()).isEqualTo("PROVIDER_STATE_REFUSED");
    }

    @Test
    void a_provider_is_renamed_once_for_each_version_and_a_day_that_is_past_is_refused() {
        var kitchen = Kitchen.open();
        var renamed = OFFICER.patch(path(kitchen), Map.of("version", 1, "name", "试验食堂（望京）"));
        var stale = OFFICER.patch(path(kitchen), Map.of("version", 1, "name", "别的"));
        var past = suspend(kitchen, "2026-11-17");
        var stranger = Kitchen.server().as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));

        assertThat(renamed.text("/name")).isEqualTo("试验食堂（望京）");
        assertThat(renamed.number("/version")).isEqualTo(2);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(stale.text("/changedBy")).isNotBlank();
        assertThat(past.code()).isEqualTo("REQUEST_INVALID");
        assertThat(past.text("/errors/0/pointer")).isEqualTo("/from");
        assertThat(stranger.post(path(kitchen) + "/resume").status()).isEqualTo(404);
        assertThat(stranger.patch(path(kitchen), Map.of("version", 2, "name", "x")).status())
                .isEqualTo(404);
    }
}
