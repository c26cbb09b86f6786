package org.nuancan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;
import org.nuancan.till.Crowd;

/// Wednesday, 18 November 2026 and the days after it.
class PlansTest {

    private final Kitchen kitchen = Kitchen.open();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void orders_appear_three_days_ahead_on_the_plans_weekdays_only() {
        menus();

        var plan = made(canteen.ordinary(), List.of("WED", "THU", "SAT", "SUN"));

        assertThat(days(plan))
                .containsExactly("2026-11-18 PLACED", "2026-11-19 PLACED", "2026-11-21 PLACED");
        assertThat(place().number("/placed")).isZero();
        kitchen.clock("2026-11-19T00:30:00+08:00");
        assertThat(kitchen.menu("2026-11-22", "LUNCH", 10).status()).isEqualTo(200);
        var _ = place();
        assertThat(days(show(plan)))
                .containsExactly("2026-11-19 PLACED", "2026-11-21 PLACED", "2026-11-22 PLACED");
    }

    @Test
    void what_was_cancelled_is_not_placed_again_but_what_a_pause_took_back_is() {
        menus();
        var plan = made(canteen.ordinary(), List.of("THU", "FRI"));
        var thursday = plan.at("/days/0/orderId").asText();

        assertThat(kitchen.cancel(thursday).status()).isEqualTo(200);
        var paused = post(plan, "pause", Map.of("from", "2026-11-20", "to", "2026-11-20"));
        var resumed = post(plan, "resume", Map.of("from", "2026-11-20"));
        var _ = place();

        assertThat(days(paused)).containsExactly("2026-11-19 PLACED", "2026-11-20 PAUSED");
        assertThat(days(resumed)).containsExactly("2026-11-19 PLACED", "2026-11-20 PLACED");
        assertThat(kitchen.show(thursday).text("/state")).isEqualTo("CANCELLED");
        assertThat(open(plan)).containsExactly("2026-11-20");
    }

    @Test
    void a_stay_pauses_by_itself_and_the_plan_goes_on_behind_it() {
        menus();
        var diner = canteen.ordinary();
        var plan = made(diner, List.of("THU", "FRI", "SAT"));

        var stay =
                canteen.server()
                        .as(Role.CITY_ADMIN)
                        .post(
                                "/v1/elders/" + diner.elderId() + "/stays",
                                Map.of(
                                        "from", "2026-11-19",
                                        "to", "2026-11-20",
                                        "where", "望京医院"));
        assertThat(stay.status()).as(stay.toString()).isEqualTo(201);
        var _ = place();

        assertThat(days(show(plan)))
                .containsExactly("2026-11-19 PAUSED", "2026-11-20 PAUSED", "2026-11-21 PLACED");
        assertThat(open(plan)).containsExactly("2026-11-21");
    }

    @Test
    void what_cannot_be_placed_is_listed_with_its_reason_and_tried_again() {
        assertThat(kitchen.menu("2026-11-19", "LUNCH", 0).status()).isEqualTo(200);

        var plan = made(canteen.ordinary(), List.of("THU", "FRI"));
        var missing = kitchen.desk().get("/v1/meal-plans/not-placed?limit=500");

        assertThat(days(plan)).containsExactly("2026-11-19 NOT_PLACED", "2026-11-20 NOT_PLACED");
        assertThat(plan.at("/days").findValuesAsText("reason"))
                .containsExactly("SOLD_OUT", "MENU_UNKNOWN");
        assertThat(missing.at("/items").findValuesAsText("planId")).contains(plan.text("/planId"));
        menus();
        var _ = place();
        assertThat(days(show(plan))).containsExactly("2026-11-19 PLACED", "2026-11-20 PLACED");
    }

    @Test
    void plans_and_single_orders_for_the_same_meal_are_reported() {
        menus();
        var diner = canteen.ordinary();
        var order = Canteen.with(kitchen.order(diner, "TAKE_AWAY"), "serviceDate", "2026-11-20");
        var plan = made(diner, List.of("THU"));
        var onThursday = Canteen.with(order, "serviceDate", "2026-11-19");

        assertThat(kitchen.place(onThursday).code()).isEqualTo("ORDER_COLLIDES");
        assertThat(
                        kitchen.place(Canteen.with(onThursday, "collisionAccepted", true))
                                .at("/alerts/0")
                                .asText())
                .isEqualTo("SAME_SLOT");
        assertThat(make(diner, List.of("THU", "MON")).code()).isEqualTo("ORDER_COLLIDES");
        assertThat(kitchen.place(order).status()).isEqualTo(201);
        var ended = post(plan, "end", Map.of("lastDay", "2026-11-18"));
        assertThat(days(ended)).containsExactly("2026-11-19 PAUSED");
        var other = made(diner, List.of("FRI"));
        assertThat(days(other)).containsExactly("2026-11-20 NOT_PLACED");
        assertThat(other.text("/days/0/reason")).isEqualTo("ORDER_COLLIDES");
    }

    @Test
    void on_every_node_at_once_each_day_is_ordered_once() {
        var plans =
                Crowd.of(5)
                        .all(_ -> made(canteen.ordinary(), List.of("THU", "FRI")).text("/planId"));
        menus();

        var placed = Crowd.of(4).all(_ -> place());

        assertThat(placed).allSatisfy(run -> assertThat(run.status()).isEqualTo(200));
        var orders = kitchen.desk().get("/v1/orders?limit=500&siteId=" + canteen.siteId());
        assertThat(orders.at("/items").findValuesAsText("planId"))
                .containsExactlyInAnyOrderElementsOf(
                        plans.stream().flatMap(plan -> List.of(plan, plan).stream()).toList());
    }

    @Test
    void a_plan_with_a_defect_leaves_no_later_one_without_a_meal() {
        var broken = made(canteen.ordinary(), List.of("THU"));
        var sound = made(canteen.ordinary(), List.of("THU"));
        menus();

        weekdays(broken, "NODAY");
        var run = place();
        weekdays(broken, "THU");

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.number("/notPlaced")).isPositive();
        assertThat(days(show(sound))).containsExactly("2026-11-19 PLACED");
        var _ = place();
        assertThat(days(show(broken))).containsExactly("2026-11-19 PLACED");
    }

    private void weekdays(Reply plan, String text) {
        var changed =
                canteen.server()
                        .bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                "update meal_plan set weekdays = ? where plan_id = ?")
                                        .with(text, Long.parseLong(plan.text("/planId")))
                                        .run());
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void a_plan_of_another_street_is_not_found() {
        menus();
        var plan = made(canteen.ordinary(), List.of("THU"));
        var elsewhere = canteen.server().as(Role.ORDER_DESK, ScopeWords.street("110101001"));

        assertThat(elsewhere.get("/v1/meal-plans/" + plan.text("/planId")).status()).isEqualTo(404);
        assertThat(
                        elsewhere
                                .post(
                                        "/v1/meal-plans/" + plan.text("/planId") + "/pause",
                                        Map.of("from", "2026-11-19"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void an_elder_who_is_unknown_or_of_another_street_has_no_list_of_plans() {
        var diner = canteen.ordinary();
        var elsewhere = canteen.server().as(Role.ORDER_DESK, ScopeWords.street("110101001"));
        var path = "/v1/elders/" + diner.elderId() + "/meal-plans";

        assertThat(kitchen.desk().get(path).at("/items")).isEmpty();
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(kitchen.desk().get("/v1/elders/4711/meal-plans").status()).isEqualTo(404);
    }

    @Test
    void a_plan_does_not_end_before_it_begins() {
        menus();
        var plan = made(canteen.ordinary(), List.of("THU"));

        var ended =
                kitchen.desk()
                        .post(
                                "/v1/meal-plans/" + plan.text("/planId") + "/end",
                                Map.of("lastDay", "2026-11-17"));
        var made = make(canteen.ordinary(), List.of("THU"), Map.of("to", "2026-11-17"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(400);
        assertThat(ended.text("/errors/0/pointer")).isEqualTo("/lastDay");
        assertThat(made.text("/errors/0/pointer")).isEqualTo("/to");
        assertThat(days(show(plan))).containsExactly("2026-11-19 PLACED");
    }

    @Test
    void extending_a_plan_into_a_later_one_is_refused() {
        menus();
        var diner = canteen.ordinary();
        var first = make(diner, List.of("THU"), Map.of("to", "2026-11-25"));
        var _ = make(diner, List.of("THU"), Map.of("from", "2026-11-26"));
        var path = "/v1/meal-plans/" + first.text("/planId") + "/end";

        var longer = kitchen.desk().post(path, Map.of("lastDay", "2026-12-31"));

        assertThat(longer.code()).as(longer.toString()).isEqualTo("ORDER_COLLIDES");
        assertThat(kitchen.desk().post(path, Map.of("lastDay", "2026-11-19")).status())
                .isEqualTo(200);
        assertThat(kitchen.desk().post(path, Map.of("lastDay", "2026-11-25")).status())
                .isEqualTo(200);
    }

    @Test
    void the_list_of_what_could_not_be_placed_goes_on_behind_its_page() {
        var plan = made(canteen.ordinary(), List.of("THU", "FRI")).text("/planId");

        var seen = new ArrayList<String>();
        var path = "/v1/meal-plans/not-placed?limit=1";
        for (var next = ""; !next.equals("null"); ) {
            var page = kitchen.desk().get(path + next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.at("/items")
                    .valueStream()
                    .filter(day -> day.at("/planId").asText().equals(plan))
                    .forEach(day -> seen.add(day.at("/date").asText()));
            var after = page.at("/next").asText();
            next = after.equals("null") ? after : "&after=" + after;
        }

        assertThat(seen).containsExactly("2026-11-19", "2026-11-20");
        assertThat(kitchen.desk().get(path + "&after=eA").code()).isEqualTo("REQUEST_INVALID");
    }

    @Test
    void a_plan_that_cannot_be_delivered_is_refused() {
        var byKitchen =
                Map.<String, Object>of(
                        "fulfilment", "DELIVERY", "deliveryProviderId", canteen.providerId());
        var byNobody =
                Map.<String, Object>of("fulfilment", "DELIVERY", "deliveryProviderId", "4711");
        var diner = canteen.ordinary();

        assertThat(make(diner, List.of("THU"), byKitchen).code())
                .isEqualTo("PROVIDER_KIND_REFUSED");
        assertThat(make(diner, List.of("THU"), byNobody).status()).isEqualTo(404);
        assertThat(kitchen.desk().get("/v1/elders/" + diner.elderId() + "/meal-plans").at("/items"))
                .isEmpty();
    }

    private void menus() {
        for (var date : List.of("2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21")) {
            assertThat(kitchen.menu(date, "LUNCH", 20).status()).isEqualTo(200);
        }
    }

    private Reply made(Diner diner, List<String> weekdays) {
        var reply = make(diner, weekdays);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    private Reply make(Diner diner, List<String> weekdays) {
        return make(diner, weekdays, Map.of());
    }

    private Reply make(Diner diner, List<String> weekdays, Map<String, Object> more) {
        var plan = new HashMap<String, Object>();
        plan.put("siteId", Long.toString(canteen.siteId()));
        plan.put("weekdays", weekdays);
        plan.put("slot", "LUNCH");
        plan.put("fulfilment", "TAKE_AWAY");
        plan.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        plan.put("from", "2026-11-18");
        plan.putAll(more);
        return kitchen.desk().post("/v1/elders/" + diner.elderId() + "/meal-plans", plan);
    }

    private Reply post(Reply plan, String what, Map<String, Object> body) {
        var reply =
                kitchen.desk().post("/v1/meal-plans/" + plan.text("/planId") + "/" + what, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    private Reply show(Reply plan) {
        return kitchen.desk().get("/v1/meal-plans/" + plan.text("/planId"));
    }

    private Reply place() {
        return canteen.server().as(Role.CITY_ADMIN).post("/v1/meal-plans/placements");
    }

    private static List<String> days(Reply plan) {
        return plan.at("/days")
                .valueStream()
                .map(day -> day.at("/date").asText() + " " + day.at("/outcome").asText())
                .toList();
    }

    /// The dates on which the kitchen still cooks for a plan.
    private List<String> open(Reply plan) {
        return kitchen.desk()
                .get("/v1/orders?limit=500&state=PLACED&siteId=" + canteen.siteId())
                .at("/items")
                .valueStream()
                .filter(order -> order.at("/planId").asText().equals(plan.text("/planId")))
                .map(order -> order.at("/serviceDate").asText())
                .toList();
    }
}
