package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuancan.http.Reply;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen.Diner;

/// An order for each thing that can become of one, so that no random day lacks any. Dice do not
/// reach them: their elders are none of the random ones, and their run is made after the last of
/// those.
///
/// @param meal which they are of
/// @param road with a rider of their own
/// @param eaters who gets which
record OneOfEach(OneMeal meal, Road road, Map<Fate, Diner> eaters) {

    private enum Fate {
        DELIVERED,
        COLLECTED,
        CANCELLED,
        CANCELLED_OF_A_PLAN,
        FAILED_COOKED,
        FAILED_NOT_COOKED,
        FAILED_OF_A_PLAN;

        boolean isOfPlan() {
            return this == CANCELLED_OF_A_PLAN || this == FAILED_OF_A_PLAN;
        }
    }

    static OneOfEach of(OneMeal meal) {
        var kitchen = meal.road().kitchen();
        var name = Road.newRider(kitchen);
        var road =
                new Road(
                        kitchen,
                        meal.road().staff(),
                        meal.road().dispatcher(),
                        kitchen.canteen().server().signedIn(name, Road.PASSWORD),
                        name);
        var eaters = new EnumMap<Fate, Diner>(Fate.class);
        for (var fate : Fate.values()) {
            eaters.put(fate, kitchen.canteen().entitled());
        }
        return new OneOfEach(meal, road, eaters);
    }

    private Kitchen kitchen() {
        return road.kitchen();
    }

    /// Orders what is not a plan's, and makes the plans, whose orders the placing job brings.
    void order() {
        eaters.forEach((fate, eater) -> {
            var reply =
                    fate.isOfPlan()
                            ? RandomMeal.makePlan(kitchen(), eater, false)
                            : kitchen().place(body(fate, eater));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        });
    }

    private Map<String, Object> body(Fate fate, Diner eater) {
        if (fate != Fate.DELIVERED) {
            return kitchen().order(eater, "TAKE_AWAY");
        }
        var body = kitchen().delivery(eater);
        body.put("address", RandomMeal.newAddress());
        return body;
    }

    /// Each gets what it is for.
    void happen() {
        eaters.keySet()
                .forEach(fate -> {
                    var order = order(fate);
                    var id = OneMeal.id(order);
                    switch (fate) {
                        case DELIVERED -> deliver(id, order.at("/elderPaysFen").asLong());
                        case COLLECTED ->
                                done(
                                        kitchen()
                                                .collect(
                                                        id,
                                                        eater(fate),
                                                        order.at("/elderPaysFen").asLong()));
                        case CANCELLED, CANCELLED_OF_A_PLAN -> done(kitchen().cancel(id));
                        case FAILED_COOKED -> {
                            cook(id);
                            RandomMeal.fail(kitchen(), id, FailureReason.KITCHEN_FAULT);
                        }
                        case FAILED_NOT_COOKED, FAILED_OF_A_PLAN ->
                                RandomMeal.fail(kitchen(), id, FailureReason.KITCHEN_FAULT);
                    }
                });
    }

    private Diner eater(Fate fate) {
        return Objects.requireNonNull(eaters.get(fate));
    }

    private JsonNode order(Fate fate) {
        var elderId = eater(fate).elderId();
        return meal.orders().stream()
                .filter(order -> order.at("/elder/elderId").asText().equals(elderId))
                .findFirst()
                .orElseThrow();
    }

    private void cook(String orderId) {
        done(road.staff().post("/v1/orders/" + orderId + "/prepared"));
    }

    private void deliver(String orderId, long paysFen) {
        cook(orderId);
        var _ = road.made(List.of(orderId));
        done(road.depart());
        done(
                road.deliver(
                        orderId,
                        "each-" + orderId,
                        Road.pinOf(road.pin(orderId)),
                        paysFen,
                        meal.date() + "T11:25:00+08:00"));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
}
