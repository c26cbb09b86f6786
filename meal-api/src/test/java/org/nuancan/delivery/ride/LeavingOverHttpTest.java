package org.nuancan.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.delivery.Road;
import org.nuancan.http.Reply;
import org.nuancan.ordering.Kitchen;
import org.nuancan.retention.Retention;

/// What happens between the kitchen's door and the first stop.
class LeavingOverHttpTest {

    private static final long PAID = 1800 + 300;

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();

    @Test
    void positions_are_kept_while_on_a_run_and_only_then() {
        var runId = road.made(List.of(road.order(kitchen.canteen().ordinary())));
        kitchen.clock(noon(10));
        assertThat(road.rider().post("/v1/rider/positions", positions()).code())
                .isEqualTo("NOT_ON_RUN");
        assertThat(road.depart().status()).isEqualTo(200);
        kitchen.clock(noon(30));

        var kept = road.rider().post("/v1/rider/positions", positions());
        var again = road.rider().post("/v1/rider/positions", positions());

        assertThat(kept.number("/kept")).isEqualTo(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(shown(runId)).isEqualTo(1);
    }

    @Test
    void a_run_of_which_all_was_given_up_is_finished_when_it_leaves() {
        var orderId = road.order(kitchen.canteen().ordinary());
        var runId = road.made(List.of(orderId));
        assertThat(kitchen.cancel(orderId).status()).isEqualTo(200);
        kitchen.clock(noon(10));

        var left = road.depart();

        assertThat(left.text("/state")).isEqualTo("FINISHED");
        assertThat(road.depart().text("/runId")).isEqualTo(runId);
        assertThat(road.rider().post("/v1/rider/positions", positions()).code())
                .isEqualTo("NOT_ON_RUN");
    }

    @Test
    void positions_are_forgotten_after_thirty_days_by_the_job_that_reports_it() {
        var runId = road.made(List.of(road.order(kitchen.canteen().ordinary())));
        kitchen.clock(noon(10));
        assertThat(road.depart().status()).isEqualTo(200);
        kitchen.clock(noon(30));
        assertThat(road.rider().post("/v1/rider/positions", positions()).number("/kept"))
                .isEqualTo(1);

        kitchen.clock("2026-12-18T09:00:00+08:00");
        assertThat(forgotten().deleted()).isZero();
        assertThat(shown(runId)).isEqualTo(1);
        kitchen.clock("2026-12-19T09:00:00+08:00");
        var last = forgotten();

        assertThat(last.period()).isEqualTo("P30D");
        assertThat(last.deleted()).isPositive().isEqualTo(last.due());
        assertThat(shown(runId)).isZero();
    }

    private Retention.Run forgotten() {
        return kitchen.canteen().server().bean(Retention.class).run().stream()
                .filter(run -> run.kind().equals("rider-positions"))
                .findFirst()
                .orElseThrow();
    }

    private int shown(String runId) {
        return road.dispatcher()
                .get("/v1/delivery-runs/" + runId + "/positions")
                .at("/items")
                .size();
    }

    private static Map<String, Object> positions() {
        return Map.of(
                "positions",
                List.of(
                        Map.of("latitude", 39.9, "longitude", 116.4, "at", noon(1)),
                        Map.of("latitude", 39.9, "longitude", 116.4, "at", noon(20)),
                        Map.of("latitude", 39.9, "longitude", 116.4, "at", noon(59))));
    }

    @Test
    void what_was_cooked_over_two_hours_ago_and_not_kept_hot_does_not_leave() {
        var _ = road.made(List.of(road.order(kitchen.canteen().ordinary())));
        kitchen.clock(at("12:30"));
        var batch = cooked("10:00");

        var stopped = road.depart();

        assertThat(stopped.code()).isEqualTo("MEAL_TOO_OLD");
        assertThat(stopped.text("/meals/0/batchId")).isEqualTo(batch);
        for (var time : List.of("11:30", "12:15")) {
            var hold =
                    road.staff()
                            .post(
                                    "/v1/batches/" + batch + "/holds",
                                    Map.of("temperature", 63.0, "at", at(time)));
            assertThat(hold.status()).as(hold.toString()).isEqualTo(200);
        }
        assertThat(road.depart().text("/state")).isEqualTo("OUT");
        assertThat(run().at("/tooOld")).isEmpty();
    }

    @Test
    void a_lunch_that_was_cooked_too_early_is_no_breakfast() {
        var _ = road.made(List.of(road.order(kitchen.canteen().ordinary())));
        kitchen.clock(at("10:45"));
        var batch = cooked("08:20");

        var stopped = road.depart();

        assertThat(stopped.code()).isEqualTo("MEAL_TOO_OLD");
        assertThat(stopped.text("/meals/0/batchId")).isEqualTo(batch);
    }

    @Test
    void a_meal_that_left_all_the_same_is_captured_and_stands_on_its_run() {
        var orderId = road.order(kitchen.canteen().ordinary());
        var _ = road.made(List.of(orderId));
        kitchen.clock(at("12:30"));
        var batch = cooked("10:00");
        assertThat(road.depart().code()).isEqualTo("MEAL_TOO_OLD");

        var done = road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, at("12:25"));

        assertThat(done.text("/state")).isEqualTo("DELIVERED");
        var marked = run();
        assertThat(marked.text("/tooOld/0/batchId")).isEqualTo(batch);
        assertThat(marked.number("/tooOld/0/portions")).isEqualTo(1);
        assertThat(officersRun(marked).at("/tooOld")).hasSize(1);
        // Sent once more, as phones do.
        var _ = road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, at("12:25"));
        var _ = road.depart();
        assertThat(run().at("/tooOld")).hasSize(1);
    }

    @Test
    void a_departure_in_time_that_is_reported_late_removes_the_mark() {
        var orderId = road.order(kitchen.canteen().ordinary());
        var _ = road.made(List.of(orderId));
        kitchen.clock(at("12:30"));
        var _ = cooked("10:00");
        var _ = road.deliver(orderId, "d", pinOf(road.pin(orderId)), PAID, at("12:25"));
        assertThat(run().at("/tooOld")).hasSize(1);

        var late = road.rider().post("/v1/rider/run/depart", Map.of("at", at("11:50")));

        assertThat(late.text("/state")).isEqualTo("FINISHED");
        assertThat(late.text("/departedAt")).isEqualTo("2026-11-18T03:50:00Z");
        assertThat(run().at("/tooOld")).isEmpty();
    }

    private Reply run() {
        return road.rider().get("/v1/rider/run");
    }

    private Reply officersRun(Reply run) {
        return kitchen.canteen()
                .server()
                .as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"))
                .get("/v1/delivery-runs/" + run.text("/runId"));
    }

    private String cooked(String time) {
        var batch =
                road.staff()
                        .post(
                                "/v1/kitchens/" + kitchen.canteen().siteId() + "/batches",
                                Map.of(
                                        "sku",
                                        "SET",
                                        "portions",
                                        10,
                                        "cookedAt",
                                        at(time),
                                        "coreTemperature",
                                        82.5));
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
        return batch.text("/batchId");
    }

    private static String at(String time) {
        return Kitchen.TODAY + "T" + time + ":00+08:00";
    }
}
