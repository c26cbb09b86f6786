package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuancan.access.Role;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen.Diner;

/// A lunch to which anything happens that desks, kitchens, dispatchers and riders can do. What is
/// refused is refused: only defects end the test.
///
/// @param meal as it is seen
/// @param road what happens to it outside the kitchen
/// @param each what happens to it whatever the dice say
/// @param diners who eats
/// @param plans their standing plans
public record RandomMeal(
        OneMeal meal,
        Random random,
        RandomRoad road,
        OneOfEach each,
        List<Diner> diners,
        List<String> plans) {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int DEFECT = 500;

    /// On the Monday before a Wednesday's lunch.
    public static RandomMeal open(ServerUnderTest server, LocalDate date, Random random) {
        var monday = Kitchen.open(server, date.minusDays(2).toString());
        var kitchen =
                new Kitchen(
                        date.toString(),
                        monday.canteen(),
                        monday.carrierId(),
                        monday.desk(),
                        monday.manager());
        var road = Road.of(kitchen);
        var riders = new HashMap<String, Client>();
        riders.put(road.riderName(), road.rider());
        var second = Road.newRider(kitchen);
        riders.put(second, server.signedIn(second, "test-pass"));
        var diners = new ArrayList<Diner>();
        for (var number = 0; number < 4; number++) {
            diners.add(kitchen.canteen().entitled());
            diners.add(kitchen.canteen().ordinary());
        }
        var meal = new OneMeal(road, date);
        return new RandomMeal(
                meal,
                random,
                new RandomRoad(meal, random, riders, diners),
                OneOfEach.of(meal),
                diners,
                new ArrayList<>());
    }

    private Kitchen kitchen() {
        return meal.road().kitchen();
    }

    /// Two days before: orders and plans come and go.
    void plan(int steps) {
        for (var step = 0; step < steps; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> order();
                case 2, 3 -> makePlan();
                case 4 -> cancel();
                case 5 -> pause();
                case 6 -> resume();
                default -> {
                    if (random.nextInt(4) == 0) {
                        stay();
                    }
                }
            }
        }
        each.order();
        var _ = city().post("/v1/meal-plans/placements");
    }

    /// In the morning: it is cooked, and runs are made, while the desk goes on.
    void cook(int steps) {
        clock("10:15");
        kitchen().cooked(1000);
        for (var step = 0; step < steps; step++) {
            switch (random.nextInt(8)) {
                case 0 -> order();
                case 1 -> cancel();
                case 2 -> pause();
                case 3 -> resume();
                case 4, 5 -> some().ifPresent(this::prepared);
                case 6 -> kitchenFault();
                default -> road.makeRun();
            }
        }
    }

    /// At noon: riders drive, guests fetch, a carrier stays away.
    void drive(int steps) {
        clock("11:30");
        for (var step = 0; step < steps; step++) {
            switch (random.nextInt(10)) {
                case 0 -> cancel();
                case 1 -> some().ifPresent(this::prepared);
                case 2 -> road.makeRun();
                case 3 -> road.depart();
                case 4, 5, 6 -> road.atTheDoor(random.nextInt(3) > 0);
                case 7, 8 -> road.collect();
                default -> {
                    if (random.nextInt(4) == 0) {
                        road.noShow();
                    }
                }
            }
        }
        each.happen();
    }

    Reply close() {
        return kitchen().close();
    }

    /// A plan that rests on the day has no order that would be cooked.
    void restingPlansCookNothing() {
        for (var plan : plans) {
            var shown = kitchen().desk().get("/v1/meal-plans/" + plan);
            var rests =
                    shown.at("/days")
                            .valueStream()
                            .filter(one -> one.at("/date").asText().equals(date()))
                            .anyMatch(one -> one.at("/outcome").asText().equals("PAUSED"));
            var cooked =
                    meal.orders().stream()
                            .filter(order -> order.at("/planId").asText().equals(plan))
                            .filter(OneMeal::isCooked)
                            .toList();
            if (rests) {
                assertThat(cooked).isEmpty();
            } else {
                assertThat(cooked).hasSizeLessThan(2);
            }
        }
    }

    private String date() {
        return meal.date().toString();
    }

    private void clock(String time) {
        kitchen().clock(at(time));
    }

    private String at(String time) {
        return date() + "T" + time + ":00+08:00";
    }

    private Client city() {
        return kitchen().canteen().server().as(Role.CITY_ADMIN);
    }

    public static void tried(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isLessThan(DEFECT);
    }

    private Diner anyDiner() {
        return diners.get(random.nextInt(diners.size()));
    }

    private void order() {
        var diner = anyDiner();
        var order =
                random.nextInt(3) > 0
                        ? kitchen().delivery(diner)
                        : kitchen().order(diner, "TAKE_AWAY");
        if (order.containsKey("deliveryProviderId")) {
            order.put("address", newAddress());
        }
        order.put("collisionAccepted", random.nextBoolean());
        tried(kitchen().place(order));
    }

    public static String newAddress() {
        return "QX%06d".formatted(NUMBER.incrementAndGet());
    }

    private void makePlan() {
        var made = makePlan(kitchen(), anyDiner(), random.nextBoolean());
        tried(made);
        if (made.status() == 201) {
            plans.add(made.text("/planId"));
        }
    }

    public static Reply makePlan(Kitchen kitchen, Diner eater, boolean isDelivery) {
        var plan = new HashMap<String, Object>();
        plan.put("siteId", Long.toString(kitchen.canteen().siteId()));
        plan.put("weekdays", List.of("WED"));
        plan.put("slot", "LUNCH");
        plan.put("fulfilment", "TAKE_AWAY");
        plan.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        plan.put("from", kitchen.today());
        if (isDelivery) {
            plan.put("fulfilment", "DELIVERY");
            plan.put("deliveryProviderId", kitchen.carrierId());
            plan.put("address", newAddress());
        }
        return kitchen.desk().post("/v1/elders/" + eater.elderId() + "/meal-plans", plan);
    }

    private void pause() {
        ofPlan("pause", Map.of("from", date(), "to", date()));
    }

    private void resume() {
        ofPlan("resume", Map.of("from", date()));
    }

    private void ofPlan(String what, Map<String, Object> body) {
        if (!plans.isEmpty()) {
            var plan = plans.get(random.nextInt(plans.size()));
            tried(kitchen().desk().post("/v1/meal-plans/" + plan + "/" + what, body));
        }
    }

    private void stay() {
        tried(
                city().post(
                                "/v1/elders/" + anyDiner().elderId() + "/stays",
                                Map.of("from", date(), "to", date(), "where", "望京医院")));
    }

    private Optional<JsonNode> some() {
        var orders = road.orders();
        return orders.isEmpty()
                ? Optional.empty()
                : Optional.of(orders.get(random.nextInt(orders.size())));
    }

    private void cancel() {
        some().ifPresent(order -> tried(kitchen().cancel(OneMeal.id(order))));
    }

    private void prepared(JsonNode order) {
        tried(meal.road().staff().post("/v1/orders/" + OneMeal.id(order) + "/prepared"));
    }

    private void kitchenFault() {
        some().ifPresent(order -> fail(kitchen(), OneMeal.id(order), FailureReason.KITCHEN_FAULT));
    }

    public static void fail(Kitchen kitchen, String orderId, FailureReason reason) {
        var action = kitchen.action("fault-" + NUMBER.incrementAndGet());
        var _ = kitchen.door(orders -> orders.fail(Long.parseLong(orderId), action, reason));
    }
}
