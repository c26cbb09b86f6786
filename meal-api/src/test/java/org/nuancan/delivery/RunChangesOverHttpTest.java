package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;

/// What a dispatcher changes about whole runs.
class RunChangesOverHttpTest {

    private static final long PAID = 1800 + 300;

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();

    @Test
    void another_rider_takes_over_what_is_left_and_the_first_reports_what_was_done_before() {
        var orders = List.of(order(), order(), order());
        var runId = road.made(orders);
        kitchen.clock(noon(0));
        assertThat(road.depart().status()).isEqualTo(200);
        kitchen.clock(noon(20));
        var second = Road.newRider(kitchen);

        var changed = change(road, runId, "reassign", Map.of("riderUsername", second));
        var relief = kitchen.canteen().server().signedIn(second, Road.PASSWORD);

        assertThat(changed.text("/riderUsername")).isEqualTo(second);
        assertThat(relief.get("/v1/rider/run").at("/stops").findValuesAsText("orderId"))
                .isEqualTo(orders);
        assertThat(road.rider().get("/v1/rider/run").status()).isEqualTo(404);
        kitchen.clock(noon(40));
        assertThat(delivered(road, road.rider(), orders.get(0), noon(10)).text("/state"))
                .isEqualTo("DELIVERED");
        assertThat(delivered(road, road.rider(), orders.get(1), noon(30)).status()).isEqualTo(404);
        assertThat(delivered(road, relief, orders.get(1), noon(30)).text("/state"))
                .isEqualTo("DELIVERED");
        assertThat(delivered(road, relief, orders.get(2), noon(35)).text("/state"))
                .isEqualTo("DELIVERED");
        assertThat(change(road, runId, "reassign", Map.of("riderUsername", road.riderName())))
                .satisfies(late -> assertThat(late.code()).isEqualTo("UNUSABLE"));
    }

    @Test
    void a_run_that_has_not_left_is_cancelled_and_its_orders_can_be_put_on_another() {
        var orders = List.of(order(), order());
        var runId = road.made(orders);

        var cancelled = change(road, runId, "cancel", "");
        var again = change(road, runId, "cancel", "");

        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(again.at("/stops")).isEmpty();
        assertThat(road.rider().get("/v1/rider/run").status()).isEqualTo(404);
        var next = road.made(orders);
        kitchen.clock(noon(1));
        assertThat(road.depart().text("/runId")).isEqualTo(next);
        assertThat(change(road, next, "cancel", "").code()).isEqualTo("UNUSABLE");
    }

    @Test
    void a_run_may_be_emptied_and_filled_again() {
        var orderId = order();
        var runId = road.made(List.of(orderId));
        var path = "/v1/delivery-runs/" + runId + "/stops";

        var emptied = road.dispatcher().put(path, Map.of("version", 1, "orderIds", List.of()));
        var filled =
                road.dispatcher()
                        .put(
                                path,
                                Map.of(
                                        "version",
                                        emptied.number("/version"),
                                        "orderIds",
                                        List.of(orderId)));

        assertThat(emptied.at("/stops")).isEmpty();
        assertThat(filled.at("/stops").findValuesAsText("orderId")).containsExactly(orderId);
    }

    @Test
    void a_proposal_stores_nothing_and_can_be_taken_as_it_is() {
        var orders = List.of(order(), order(), order());
        var wish =
                Map.of(
                        "date",
                        kitchen.today(),
                        "slot",
                        "LUNCH",
                        "riderUsernames",
                        List.of(road.riderName()));

        var proposed = road.dispatcher().post("/v1/delivery-runs/proposals", wish);

        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(200);
        assertThat(proposed.at("/items")).hasSize(1);
        assertThat(proposed.at("/items/0/stops").findValuesAsText("orderId"))
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(road.dispatcher().get("/v1/delivery-runs").at("/items")).isEmpty();
        var run = (ObjectNode) proposed.at("/items/0");
        var taken = road.dispatcher().post("/v1/delivery-runs", run.without("stops"));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(road.dispatcher().post("/v1/delivery-runs/proposals", wish).at("/items"))
                .isEmpty();
    }

    @Test
    void the_runs_and_riders_of_another_carrier_are_out_of_reach() {
        var runId = road.made(List.of(order()));
        var other = Road.open();
        var theirs = Map.of("riderUsername", other.riderName());

        assertThat(change(other, runId, "reassign", theirs).status()).isEqualTo(404);
        assertThat(change(other, runId, "cancel", "").status()).isEqualTo(404);
        assertThat(change(road, runId, "reassign", theirs).code()).isEqualTo("RIDER_UNKNOWN");
        assertThat(
                        road.dispatcher()
                                .post(
                                        "/v1/delivery-runs/proposals",
                                        Map.of(
                                                "date",
                                                kitchen.today(),
                                                "slot",
                                                "LUNCH",
                                                "riderUsernames",
                                                List.of(other.riderName())))
                                .code())
                .isEqualTo("RIDER_UNKNOWN");
    }

    private String order() {
        return road.order(kitchen.canteen().ordinary());
    }

    private static Reply change(Road by, String runId, String what, Object body) {
        return by.dispatcher().post("/v1/delivery-runs/" + runId + "/" + what, body);
    }

    private static Reply delivered(Road road, Client rider, String orderId, String at) {
        return rider.withNewKey()
                .post(
                        "/v1/rider/stops/" + orderId + "/deliver",
                        Map.of(
                                "proof",
                                pinOf(road.pin(orderId)),
                                "tenders",
                                List.of(Map.of("type", "CASH", "amountFen", PAID)),
                                "at",
                                at));
    }
}
