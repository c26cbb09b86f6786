package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.card;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen;

class RidersOverHttpTest {

    private static final long PAID = 1800 + 300 - 500;

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();
    private final Canteen canteen = kitchen.canteen();

    @Test
    void a_meal_goes_from_the_kitchen_to_the_door_and_is_captured() {
        var orderId = road.order(canteen.entitled());
        assertThat(road.staff().post("/v1/orders/" + orderId + "/prepared").text("/state"))
                .isEqualTo("PREPARED");
        var runId = road.made(List.of(orderId));
        assertThat(road.rider().get("/v1/rider/run").text("/stops/0/phone"))
                .isEqualTo("13800000000");

        kitchen.clock(noon(0));
        assertThat(road.depart().text("/state")).isEqualTo("OUT");
        kitchen.clock(noon(30));
        var done = road.deliver(orderId, "d-" + orderId, pinOf(road.pin(orderId)), PAID, noon(20));

        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.text("/state")).isEqualTo("DELIVERED");
        assertThat(canteen.balances().get("till:" + kitchen.carrierId())).isEqualTo(PAID);
        var run = road.dispatcher().get("/v1/delivery-runs/" + runId);
        assertThat(run.text("/state")).isEqualTo("FINISHED");
        assertThat(run.at("/stops/0/phone").isNull()).isTrue();
    }

    @Test
    void nobody_answering_takes_nothing_from_the_elder_and_tells_the_street_at_once() {
        var diner = canteen.ordinary();
        var orderId = road.order(diner);
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        var before = canteen.balances();

        var failed = road.fail(orderId, "f-" + orderId, "NO_ANSWER", noon(10));

        assertThat(failed.text("/state")).isEqualTo("FAILED");
        assertThat(canteen.balances()).isEqualTo(before);
        var street = canteen.server().as(Role.STREET_OFFICER, ScopeWords.street(Canteen.STREET));
        var alerts = street.get("/v1/welfare-alerts?state=OPEN&limit=500").at("/items");
        var ours = new ArrayList<String>();
        alerts.forEach(alert -> {
            if (alert.at("/elderId").asText().equals(diner.elderId())) {
                ours.add(alert.at("/alertId").asText() + alert.at("/kind").asText());
            }
        });
        assertThat(ours).hasSize(1).allMatch(one -> one.endsWith("NO_ANSWER"));
        var open = ofElder(street, diner.elderId());
        assertThat(open.at("/phone").asText()).isEqualTo("13800000000");
        assertThat(open.at("/contacts").isArray()).isTrue();
        var auditor = canteen.server().as(Role.AUDITOR, ScopeWords.district("110105"));
        assertThat(ofElder(auditor, diner.elderId()).at("/phone").isNull()).isTrue();
        var alertId = ours.getFirst().replace("NO_ANSWER", "");
        assertThat(street.post("/v1/welfare-alerts/" + alertId + "/take").text("/state"))
                .isEqualTo("TAKEN");
        var closed =
                street.post(
                        "/v1/welfare-alerts/" + alertId + "/close",
                        Map.of("found", "WELL", "note", "在公园"));
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.at("/phone").isNull()).isTrue();
        assertThat(closed.at("/contacts").isNull()).isTrue();
        assertThat(
                        street.post(
                                        "/v1/welfare-alerts/" + alertId + "/close",
                                        Map.of("found", "WELL"))
                                .status())
                .isEqualTo(422);
        var other = canteen.server().as(Role.STREET_OFFICER, ScopeWords.street("110105013"));
        assertThat(other.post("/v1/welfare-alerts/" + alertId + "/take").status()).isEqualTo(404);
    }

    private static JsonNode ofElder(Client officer, String elderId) {
        return officer.get("/v1/welfare-alerts?state=OPEN&limit=500")
                .at("/items")
                .valueStream()
                .filter(alert -> alert.at("/elderId").asText().equals(elderId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_riders_log_sent_twice_and_shuffled_gives_the_same_books() {
        var random = new Random(7);
        var books = new ArrayList<Map<String, Long>>();
        for (var round = 0; round < 4; round++) {
            var own = Road.open();
            var diners =
                    List.of(
                            own.kitchen().canteen().entitled(),
                            own.kitchen().canteen().entitled(),
                            own.kitchen().canteen().ordinary());
            var orders = diners.stream().map(own::order).toList();
            var runId = own.made(orders);
            var pins = orders.stream().map(own::pin).toList();
            own.kitchen().clock(noon(50));
            var calls = new ArrayList<Runnable>();
            calls.add(() -> own.depart());
            calls.add(() -> own.deliver(orders.get(0), "a", pinOf(pins.get(0)), PAID, noon(10)));
            calls.add(() -> own.fail(orders.get(1), "b", "NO_ANSWER", noon(15)));
            calls.add(() -> own.deliver(orders.get(1), "c", card(diners.get(1)), PAID, noon(40)));
            calls.add(() -> own.fail(orders.get(2), "d", "REFUSED", noon(25)));
            var log = new ArrayList<Runnable>(calls);
            log.addAll(calls);
            if (round > 0) {
                Collections.shuffle(log, random);
            }
            log.forEach(Runnable::run);

            assertThat(orders.stream().map(id -> own.kitchen().show(id).text("/state")))
                    .containsExactly("DELIVERED", "DELIVERED", "FAILED");
            assertThat(own.dispatcher().get("/v1/delivery-runs/" + runId).text("/state"))
                    .isEqualTo("FINISHED");
            books.add(books(own));
        }
        assertThat(books.get(0)).isNotEmpty();
        assertThat(books).allSatisfy(one -> assertThat(one).isEqualTo(books.getFirst()));
    }

    /// The accounts of the two providers, without their ids.
    private static Map<String, Long> books(Road road) {
        var books = new HashMap<String, Long>();
        road.kitchen()
                .canteen()
                .balances()
                .forEach((account, fen) -> {
                    var own =
                            account.replace(road.kitchen().carrierId(), "CARRIER")
                                    .replace(road.kitchen().canteen().providerId(), "KITCHEN");
                    if (!own.equals(account)) {
                        books.put(own, fen);
                    }
                });
        return books;
    }

    @Test
    void a_wrong_pin_proves_nothing_and_after_five_the_right_one_neither() {
        var diner = canteen.entitled();
        var orderId = road.order(diner);
        var _ = road.made(List.of(orderId));
        var right = road.pin(orderId);
        var wrong = right.equals("0000") ? "0001" : "0000";
        kitchen.clock(noon(30));

        for (var number = 0; number < 5; number++) {
            assertThat(road.deliver(orderId, "w" + number, pinOf(wrong), PAID, noon(1)).code())
                    .isEqualTo("PROOF_REFUSED");
        }

        assertThat(road.deliver(orderId, "w6", pinOf(right), PAID, noon(2)).code())
                .isEqualTo("PIN_LOCKED");
        assertThat(road.deliver(orderId, "w7", card(diner), PAID, noon(3)).text("/state"))
                .isEqualTo("DELIVERED");
    }

    @Test
    void a_card_of_another_is_no_proof_and_tenders_must_add_up() {
        var diner = canteen.entitled();
        var orderId = road.order(diner);
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));

        var others = road.deliver(orderId, "o1", card(canteen.entitled()), PAID, noon(1));
        var short1 = road.deliver(orderId, "o2", card(diner), PAID - 1, noon(1));

        assertThat(others.code()).isEqualTo("CREDENTIAL_OF_ANOTHER");
        assertThat(short1.code()).isEqualTo("TENDERS_DO_NOT_ADD_UP");
        assertThat(short1.number("/elderPaysFen")).isEqualTo(PAID);
        assertThat(kitchen.show(orderId).text("/state")).isNotEqualTo("DELIVERED");
    }

    @Test
    void a_carrier_that_does_not_come_fails_the_whole_run() {
        var orders = List.of(road.order(canteen.entitled()), road.order(canteen.ordinary()));
        var runId = road.made(orders);

        var reply = road.staff().post("/v1/delivery-runs/" + runId + "/no-show");
        var again = road.staff().post("/v1/delivery-runs/" + runId + "/no-show");

        assertThat(reply.text("/state")).isEqualTo("NO_SHOW");
        assertThat(again.at("/stops").findValuesAsText("failureReason"))
                .containsExactly("CARRIER_NO_SHOW", "CARRIER_NO_SHOW");
        assertThat(road.rider().post("/v1/rider/run/depart", Map.of("runId", runId)).status())
                .isEqualTo(422);
    }

    @Test
    void an_order_is_on_one_run_and_only_of_its_own_carrier() {
        var orderId = road.order(canteen.entitled());
        var runId = road.made(List.of(orderId));
        var other = Road.open();

        assertThat(road.make(List.of(orderId)).code()).isEqualTo("ORDER_ON_RUN");
        var theirs = other.run(List.of(orderId));
        theirs.put("siteId", Long.toString(canteen.siteId()));
        assertThat(other.dispatcher().post("/v1/delivery-runs", theirs).status()).isEqualTo(404);
        assertThat(other.dispatcher().get("/v1/delivery-runs/" + runId).status()).isEqualTo(404);
        assertThat(other.fail(orderId, "x", "OTHER", noon(1)).status()).isEqualTo(404);
        var unknown = road.run(List.of(road.order(canteen.ordinary())));
        unknown.put("riderUsername", other.riderName());
        assertThat(road.dispatcher().post("/v1/delivery-runs", unknown).code())
                .isEqualTo("RIDER_UNKNOWN");
    }

    @Test
    void the_order_of_stops_is_kept_as_it_was_put_and_a_stale_change_is_refused() {
        var orders =
                List.of(
                        road.order(canteen.ordinary()),
                        road.order(canteen.ordinary()),
                        road.order(canteen.ordinary()));
        var runId = road.made(orders);
        var turned = List.of(orders.get(2), orders.get(0), orders.get(1));

        var changed =
                road.dispatcher()
                        .put(
                                "/v1/delivery-runs/" + runId + "/stops",
                                Map.of("version", 1, "orderIds", turned));

        assertThat(changed.at("/stops").findValuesAsText("orderId")).isEqualTo(turned);
        assertThat(road.rider().get("/v1/rider/run").at("/stops").findValuesAsText("orderId"))
                .isEqualTo(turned);
        assertThat(
                        road.dispatcher()
                                .put(
                                        "/v1/delivery-runs/" + runId + "/stops",
                                        Map.of("version", 1, "orderIds", orders))
                                .code())
                .isEqualTo("STALE_VERSION");
    }

    /// A kitchen may deliver itself, too: its dispatchers see the runs of other carriers from its
    /// sites, and leave them alone.
    @Test
    void how_a_carrier_drives_is_not_the_kitchens_to_say() {
        var orders = List.of(road.order(canteen.ordinary()), road.order(canteen.ordinary()));
        var path = "/v1/delivery-runs/" + road.made(orders);
        var kitchens =
                canteen.server()
                        .as(
                                Role.DISPATCHER,
                                ScopeWords.provider(Long.parseLong(canteen.providerId())));

        var changed =
                kitchens.put(
                        path + "/stops", Map.of("version", 1, "orderIds", List.of(orders.get(1))));

        assertThat(changed.status()).isEqualTo(404);
        assertThat(kitchens.get(path).at("/stops").findValuesAsText("orderId")).isEqualTo(orders);
    }
}
