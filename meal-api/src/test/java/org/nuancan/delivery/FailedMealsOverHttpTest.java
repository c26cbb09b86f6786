package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.pinOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

/// Who pays for meals that failed, and when they can. Each test has a day of its own.
class FailedMealsOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final LocalDate today = LocalDate.of(2026, 11, 18).plusWeeks(DAYS.getAndIncrement());
    private final Kitchen kitchen = Kitchen.open(SERVER, today.toString());
    private final Road road = Road.of(kitchen);
    private final Canteen canteen = kitchen.canteen();

    @Test
    void tomorrows_meal_is_neither_cooked_nor_carried_nor_failed_today() {
        var tomorrow = today.plusDays(1).toString();
        assertThat(kitchen.menu(tomorrow, "LUNCH", 10).status()).isEqualTo(200);
        var body = kitchen.delivery(canteen.entitled());
        body.put("serviceDate", tomorrow);
        var orderId = kitchen.placed(body);
        var run = road.run(List.of(orderId));
        run.put("date", tomorrow);
        var runId = road.dispatcher().post("/v1/delivery-runs", run).text("/runId");

        assertThat(road.staff().post("/v1/orders/" + orderId + "/prepared").code())
                .isEqualTo("ORDER_NOT_DUE");
        assertThat(road.fail(orderId, "f", "UNSAFE", at("09:10")).code())
                .isEqualTo("ORDER_NOT_DUE");
        assertThat(road.fail(orderId, "f2", "UNSAFE", tomorrow + "T11:00:00+08:00").code())
                .isEqualTo("ORDER_NOT_DUE");
        assertThat(road.deliver(orderId, "d", pinOf(road.pin(orderId)), 1600, at("09:10")).code())
                .isEqualTo("ORDER_NOT_DUE");
        assertThat(road.rider().post("/v1/rider/run/depart", Map.of("runId", runId)).code())
                .isEqualTo("ORDER_NOT_DUE");
        for (var who : List.of(road.staff(), kitchen.manager(), road.dispatcher())) {
            assertThat(noShow(who, runId).code()).isEqualTo("ORDER_NOT_DUE");
        }
        assertThat(kitchen.show(orderId).text("/state")).isEqualTo("PLACED");
        assertThat(kitchen.show(orderId).at("/history")).hasSize(1);
        assertThat(road.dispatcher().get("/v1/delivery-runs/" + runId).text("/state"))
                .isEqualTo("PLANNED");
    }

    @Test
    void a_step_reported_for_a_time_before_the_day_or_the_order_is_refused() {
        kitchen.clock(at("09:30"));
        var orderId = road.order(canteen.entitled());
        var _ = road.made(List.of(orderId));
        kitchen.clock(at("11:30"));

        assertThat(road.fail(orderId, "f1", "UNSAFE", "1970-01-01T00:00:00Z").code())
                .isEqualTo("ORDER_NOT_DUE");
        var early = road.fail(orderId, "f2", "UNSAFE", at("09:29"));
        var delivered = road.deliver(orderId, "d1", pinOf(road.pin(orderId)), 1600, at("09:29"));

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text("/errors/0/pointer")).isEqualTo("/at");
        assertThat(delivered.text("/errors/0/pointer")).isEqualTo("/at");
        assertThat(kitchen.show(orderId).text("/state")).isEqualTo("PLACED");
    }

    @Test
    void a_meal_without_a_cooked_batch_is_not_billed() {
        var orderId = prepared();
        departed();
        failed(orderId);

        assertThat(lineOf(orderId)).isEqualTo("none");
    }

    @Test
    void a_batch_reported_after_the_failure_is_no_evidence() {
        var orderId = prepared();
        departed();
        failed(orderId);
        kitchen.cooked(10);

        assertThat(lineOf(orderId)).isEqualTo("none");
    }

    @Test
    void a_meal_that_never_left_the_kitchen_is_not_billed() {
        kitchen.cooked(10);
        var orderId = prepared();
        failed(orderId);

        assertThat(lineOf(orderId)).isEqualTo("none");
    }

    @Test
    void a_meal_that_was_cooked_and_left_is_the_districts_when_going_on_was_unsafe() {
        kitchen.cooked(1);
        var orderId = prepared();
        departed();
        failed(orderId);

        assertThat(lineOf(orderId)).isEqualTo("gross 1800, granted 1800, elsewhere 0");
    }

    @Test
    void a_departure_that_is_reported_late_is_the_same_evidence() {
        kitchen.cooked(1);
        var orderId = prepared();
        failed(orderId);
        var late = road.rider().post("/v1/rider/run/depart", Map.of("at", at("11:00")));
        assertThat(late.status()).as(late.toString()).isEqualTo(200);

        assertThat(lineOf(orderId)).isEqualTo("gross 1800, granted 1800, elsewhere 0");
    }

    @Test
    void one_portion_does_not_prove_two_meals() {
        kitchen.cooked(1);
        var orders = List.of(ordered(), ordered());
        orders.forEach(this::prepare);
        var _ = road.made(orders);
        departed();
        orders.forEach(this::failed);

        assertThat(orders.stream().map(this::lineOf)).containsOnly("none");
    }

    @Test
    void a_no_show_that_the_kitchen_alone_reports_costs_the_carrier_nothing() {
        kitchen.cooked(10);
        var orderId = prepared();
        kitchen.clock(at("11:30"));
        for (var claimant : List.of(road.staff(), kitchen.manager(), kitchensDispatcher())) {
            assertThat(noShow(claimant, runId(orderId)).text("/state")).isEqualTo("NO_SHOW");
        }

        assertThat(lineOf(orderId)).isEqualTo("none");
    }

    @Test
    void a_no_show_that_the_carrier_admits_is_the_carriers_loss() {
        kitchen.cooked(10);
        var orderId = prepared();
        kitchen.clock(at("11:30"));
        assertThat(noShow(road.staff(), runId(orderId)).text("/state")).isEqualTo("NO_SHOW");
        assertThat(noShow(road.dispatcher(), runId(orderId)).status()).isEqualTo(200);

        assertThat(lineOf(orderId)).isEqualTo("gross 1800, granted 0, elsewhere 1800");
    }

    @Test
    void an_officer_of_the_street_confirms_a_no_show_and_reports_none() {
        kitchen.cooked(10);
        var orderId = prepared();
        kitchen.clock(at("11:30"));
        var street = SERVER.as(Role.STREET_OFFICER, ScopeWords.street(Canteen.STREET));
        var other = SERVER.as(Role.STREET_OFFICER, ScopeWords.street("110105013"));
        var runId = runId(orderId);

        assertThat(noShow(street, runId).status()).isEqualTo(422);
        assertThat(noShow(road.staff(), runId).text("/state")).isEqualTo("NO_SHOW");
        assertThat(noShow(other, runId).status()).isEqualTo(404);
        assertThat(noShow(street, runId).status()).isEqualTo(200);

        assertThat(lineOf(orderId)).isEqualTo("gross 1800, granted 0, elsewhere 1800");
    }

    private String at(String time) {
        return today + "T" + time + ":00+08:00";
    }

    private String ordered() {
        return road.order(canteen.ordinary());
    }

    private void prepare(String orderId) {
        assertThat(road.staff().post("/v1/orders/" + orderId + "/prepared").text("/state"))
                .isEqualTo("PREPARED");
    }

    /// An order on a run, cooked by the kitchen's word.
    private String prepared() {
        var orderId = ordered();
        prepare(orderId);
        var _ = road.made(List.of(orderId));
        return orderId;
    }

    private void departed() {
        kitchen.clock(at("10:30"));
        var left = road.depart();
        assertThat(left.text("/state")).as(left.toString()).isEqualTo("OUT");
    }

    private void failed(String orderId) {
        kitchen.clock(at("11:30"));
        var failed = road.fail(orderId, "f-" + orderId, "UNSAFE", at("11:20"));
        assertThat(failed.text("/state")).as(failed.toString()).isEqualTo("FAILED");
    }

    private Client kitchensDispatcher() {
        return SERVER.as(
                Role.DISPATCHER, ScopeWords.provider(Long.parseLong(canteen.providerId())));
    }

    private String runId(String orderId) {
        return road.dispatcher()
                .get("/v1/delivery-runs?siteId=%d&date=%s".formatted(canteen.siteId(), today))
                .at("/items")
                .valueStream()
                .filter(run -> run.at("/stops").findValuesAsText("orderId").contains(orderId))
                .findFirst()
                .orElseThrow()
                .at("/runId")
                .asText();
    }

    private static Reply noShow(Client who, String runId) {
        return who.post("/v1/delivery-runs/" + runId + "/no-show");
    }

    /// The line of the kitchen's statement for an order.
    private String lineOf(String orderId) {
        var sold = canteen.sell(Canteen.sale(Canteen.NOBODY, 1800));
        assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
        assertThat(kitchen.close().status()).isEqualTo(200);
        var statement = kitchen.statement(canteen.providerId()).text("/statementId");
        return SERVER.as(Role.CITY_ADMIN)
                .get("/v1/statements/" + statement + "/lines?limit=500")
                .at("/items")
                .valueStream()
                .filter(line -> line.at("/orderId").asText().equals(orderId))
                .map(line ->
                        "gross %d, granted %d, elsewhere %d"
                                .formatted(
                                        line.at("/grossFen").asLong(),
                                        line.at("/dinerGrantFen").asLong(),
                                        line.at("/elsewhereFen").asLong()))
                .findFirst()
                .orElse("none");
    }
}
