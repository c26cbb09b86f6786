package org.nuancan.delivery;

import static org.nuancan.delivery.RandomMeal.tried;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.nuancan.http.Client;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen.Diner;

/// What happens at random to a lunch on its way to doors and over the counter.
///
/// @param riders by name
/// @param diners who may fetch
record RandomRoad(OneMeal meal, Random random, Map<String, Client> riders, List<Diner> diners) {

    private static final List<String> AT_THE_DOOR =
            List.of("NO_ANSWER", "REFUSED", "WRONG_ADDRESS", "UNSAFE", "OTHER");

    private Kitchen kitchen() {
        return meal.road().kitchen();
    }

    private String at(String time) {
        return meal.date() + "T" + time + ":00+08:00";
    }

    /// Those of the random diners.
    List<JsonNode> orders() {
        var elders = diners.stream().map(Diner::elderId).toList();
        return meal.orders().stream()
                .filter(order -> elders.contains(order.at("/elder/elderId").asText()))
                .toList();
    }

    void makeRun() {
        var onRuns = new HashSet<String>();
        meal.runs().forEach(run -> onRuns.addAll(OneMeal.stops(run)));
        var free =
                orders().stream()
                        .filter(OneMeal::isDelivery)
                        .map(OneMeal::id)
                        .filter(id -> !onRuns.contains(id))
                        .limit(1 + random.nextInt(3))
                        .toList();
        if (!free.isEmpty()) {
            var run = meal.road().run(free);
            run.put("riderUsername", List.copyOf(riders.keySet()).get(random.nextInt(2)));
            tried(meal.road().dispatcher().post("/v1/delivery-runs", run));
        }
    }

    private Optional<JsonNode> someRun() {
        var runs = meal.runs();
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.get(random.nextInt(runs.size())));
    }

    private Client riderOf(JsonNode run) {
        return Objects.requireNonNull(riders.get(run.at("/riderUsername").asText()));
    }

    void depart() {
        someRun()
                .ifPresent(run ->
                        tried(
                                riderOf(run)
                                        .post(
                                                "/v1/rider/run/depart",
                                                Map.of("runId", run.at("/runId").asText()))));
    }

    void noShow() {
        someRun()
                .ifPresent(run ->
                        tried(
                                (random.nextBoolean()
                                                ? meal.road().staff()
                                                : meal.road().dispatcher())
                                        .post(
                                                "/v1/delivery-runs/"
                                                        + run.at("/runId").asText()
                                                        + "/no-show")));
    }

    void atTheDoor(boolean isHandedOver) {
        someRun()
                .ifPresent(run -> {
                    var stops = OneMeal.stops(run);
                    if (!stops.isEmpty()) {
                        var orderId = stops.get(random.nextInt(stops.size()));
                        var rider = riderOf(run).withNewKey();
                        if (isHandedOver) {
                            handOver(rider, orderId);
                        } else {
                            var reason = AT_THE_DOOR.get(random.nextInt(AT_THE_DOOR.size()));
                            tried(
                                    rider.post(
                                            "/v1/rider/stops/" + orderId + "/fail",
                                            Map.of("reason", reason, "at", at("11:25"))));
                        }
                    }
                });
    }

    private void handOver(Client rider, String orderId) {
        var agreed = kitchen().show(orderId).number("/elderPaysFen");
        var first = rider.post(path(orderId), handedOver(orderId, agreed));
        tried(first);
        if (first.status() == 422 && first.code().equals("TENDERS_DO_NOT_ADD_UP")) {
            tried(rider.post(path(orderId), handedOver(orderId, first.number("/elderPaysFen"))));
        }
    }

    private static String path(String orderId) {
        return "/v1/rider/stops/" + orderId + "/deliver";
    }

    private Map<String, Object> handedOver(String orderId, long cashFen) {
        return Map.of(
                "proof",
                Road.pinOf(meal.road().pin(orderId)),
                "tenders",
                List.of(Map.of("type", "CASH", "amountFen", cashFen)),
                "at",
                at("11:20"));
    }

    void collect() {
        fetched()
                .ifPresent(order -> {
                    var elderId = order.at("/elder/elderId").asText();
                    var diner =
                            diners.stream()
                                    .filter(one -> one.elderId().equals(elderId))
                                    .findFirst()
                                    .orElseThrow();
                    var id = OneMeal.id(order);
                    var first = kitchen().collect(id, diner, order.at("/elderPaysFen").asLong());
                    tried(first);
                    if (first.status() == 422 && first.code().equals("TENDERS_DO_NOT_ADD_UP")) {
                        tried(kitchen().collect(id, diner, first.number("/elderPaysFen")));
                    }
                });
    }

    private Optional<JsonNode> fetched() {
        var orders = orders().stream().filter(order -> !OneMeal.isDelivery(order)).toList();
        return orders.isEmpty()
                ? Optional.empty()
                : Optional.of(orders.get(random.nextInt(orders.size())));
    }
}
