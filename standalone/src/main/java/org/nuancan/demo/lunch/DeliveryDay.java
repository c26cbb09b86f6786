package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.nuancan.demo.district.DemoElder;
import org.nuancan.demo.district.District;
import org.nuancan.policy.fact.ElderStatus;

/// The day of deliveries, after the lunch: meals are ordered, cooked, delivered and settled.
final class DeliveryDay {

    /// The result of the day.
    ///
    /// @param failures by reason
    /// @param statements of the day
    record Outcome(
            LocalDate date,
            int orders,
            int runs,
            int delivered,
            Map<String, Integer> failures,
            int alerts,
            List<JsonNode> statements) {}

    /// An order with the answer that the elder got.
    record Ordered(String orderId, String elderId, String pin, long elderPaysFen) {}

    static final String PASSWORD = "demo-pass";
    private static final String SLOT = "LUNCH";
    private static final int AT_ONCE = 8;
    private static final List<String> SETS = List.of("SET-A", "SET-B", "SET-SOFT");

    /// One in so many orders is not delivered, each for the next reason.
    private static final int ONE_FAILS_IN = 40;

    private static final List<String> REASONS =
            List.of("NO_ANSWER", "REFUSED", "WRONG_ADDRESS", "UNSAFE", "OTHER");

    private final Api api;
    private final Session city;
    private final Session district;
    private final Session kitchen;
    private final Session dispatch;
    private final Calendar calendar;
    private final LocalDate date;
    private final String siteId;
    private final String carrierId;

    /// @param calendar set to a time after midnight
    /// @param date the day that has just begun
    DeliveryDay(Api api, Session city, Session district, Calendar calendar, LocalDate date) {
        this.api = api;
        this.city = city;
        this.district = district;
        this.kitchen = Session.of(api, "kitchen", PASSWORD);
        this.dispatch = Session.of(api, "dispatch", PASSWORD);
        this.calendar = calendar;
        this.date = date;
        this.siteId = kitchen.get("/v1/me/sites").granted().at("/items/0/siteId").asText();
        this.carrierId = carrier(city);
    }

    private static String carrier(Session city) {
        return Town.all(city, "/v1/providers?limit=500").stream()
                .filter(provider -> provider.path("kind").asText().equals("DELIVERY"))
                .findFirst()
                .orElseThrow(() -> new Disagreement("没有配送单位 · no delivery provider"))
                .path("providerId")
                .asText();
    }

    /// @param orders the number of orders
    /// @param riders the number of runs
    Outcome play(int orders, int riders) {
        calendar.at(8, 0);
        menu(orders);
        var ordered = order(orders);
        calendar.at(10, 20);
        cook(ordered);
        var crew = Crew.hired(api, city, calendar, carrierId, riders);
        var runs = runs(ordered.size(), riders);
        calendar.at(11, 0);
        var failures = crew.ride(ordered, failing(ordered));
        var alerts = alerts(ordered, failures);
        crew.dismiss();
        calendar.pastMidnight();
        var close = city.post("/v1/settlement/days/" + date + "/close", nothing()).granted();
        var failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        Disagreement.unlessAlike(
                "送达并结账 · delivered and closed",
                (long) ordered.size() - failed,
                close.path("orders").asLong());
        return new Outcome(
                date,
                ordered.size(),
                runs,
                ordered.size() - failed,
                failures,
                alerts,
                Town.all(district, "/v1/statements?date=" + date + "&limit=500"));
    }

    private void menu(int orders) {
        var body = Api.JSON.createObjectNode();
        var items = body.putArray("items");
        SETS.forEach(sku -> items.addObject().put("sku", sku).put("portions", orders));
        body.put("orderUntil", date + "T10:00:00+08:00");
        var _ = kitchen.put("/v1/sites/" + siteId + "/menus/" + date + "/" + SLOT, body).granted();
    }

    private List<Ordered> order(int count) {
        var elders =
                District.of(District.SEED).elders().stream()
                        .filter(elder -> elder.status() == ElderStatus.ACTIVE)
                        .filter(elder -> elder.stays().isEmpty() && elder.allergens().isEmpty())
                        .filter(elder ->
                                elder.residenceDivision().code().startsWith(District.CHAOYANG))
                        .limit(count)
                        .toList();
        var work = new ArrayList<Callable<List<Ordered>>>();
        for (var start = 0; start < AT_ONCE; start++) {
            var first = start;
            work.add(() -> {
                var ordered = new ArrayList<Ordered>();
                for (var number = first; number < elders.size(); number += AT_ONCE) {
                    ordered.add(order(elders.get(number), number));
                }
                return ordered;
            });
        }
        return Crowd.allAtOnce(work);
    }

    private Ordered order(DemoElder elder, int number) {
        var search = Api.JSON.createObjectNode().put("idNumber", elder.idNumber());
        var elderId =
                district.post("/v1/elders/search", search)
                        .granted()
                        .at("/items/0/elderId")
                        .asText();
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("elderId", elderId)
                        .put("siteId", siteId)
                        .put("deliveryProviderId", carrierId)
                        .put("serviceDate", date.toString())
                        .put("slot", SLOT)
                        .put("fulfilment", "DELIVERY")
                        .put("address", elder.address());
        body.putArray("items")
                .addObject()
                .put("sku", SETS.get(number % SETS.size()))
                .put("quantity", 1);
        var placed = district.post("/v1/orders", body, UUID.randomUUID().toString()).granted();
        return new Ordered(
                placed.path("orderId").asText(),
                placed.at("/elder/elderId").asText(),
                placed.path("pin").asText(),
                placed.path("elderPaysFen").asLong());
    }

    /// Reports everything as cooked, keeps a sample of each batch, and packs all.
    private void cook(List<Ordered> ordered) {
        var meal = "?date=" + date + "&slot=" + SLOT;
        var production = kitchen.get("/v1/kitchens/" + siteId + "/production" + meal).granted();
        Disagreement.unlessAlike(
                "生产单份数 · portions to cook",
                (long) ordered.size(),
                production.path("portions").asLong());
        for (var dish : production.path("dishes")) {
            var batch =
                    Api.JSON
                            .createObjectNode()
                            .put("sku", dish.path("sku").asText())
                            .put("portions", dish.path("portions").asInt())
                            .put("cookedAt", date + "T10:10:00+08:00")
                            .put("coreTemperature", 82);
            var batchId =
                    kitchen.post("/v1/kitchens/" + siteId + "/batches", batch)
                            .granted()
                            .path("batchId")
                            .asText();
            var sample =
                    Api.JSON
                            .createObjectNode()
                            .put("grams", 150)
                            .put("keptUntil", date.plusDays(2) + "T12:00:00+08:00")
                            .put("location", "留样柜 A");
            var _ = kitchen.post("/v1/batches/" + batchId + "/samples", sample).granted();
        }
        for (var one : ordered) {
            var _ = kitchen.post("/v1/orders/" + one.orderId() + "/prepared", nothing()).granted();
        }
    }

    private int runs(int orders, int riders) {
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("siteId", siteId)
                        .put("date", date.toString())
                        .put("slot", SLOT)
                        .put("auto", true);
        var computed = dispatch.post("/v1/delivery-runs", body).granted();
        Disagreement.unlessAlike("未派订单 · orders on no run", 0, computed.path("left").size());
        var stops = new HashSet<String>();
        computed.path("items")
                .forEach(run ->
                        run.path("stops")
                                .forEach(stop -> stops.add(stop.path("orderId").asText())));
        Disagreement.unlessAlike("已派订单 · orders on runs", orders, stops.size());
        if (computed.path("items").size() > riders + 1) {
            throw new Disagreement("线路多于骑手 · more runs than riders");
        }
        return computed.path("items").size();
    }

    /// Chooses the orders that are not delivered, with the reasons.
    private static Map<String, String> failing(List<Ordered> ordered) {
        var failing = new HashMap<String, String>();
        for (var number = 0; number < ordered.size(); number += ONE_FAILS_IN) {
            failing.put(
                    ordered.get(number).orderId(),
                    REASONS.get(number / ONE_FAILS_IN % REASONS.size()));
        }
        return failing;
    }

    /// Some doors stay closed: the street has an alert about each of these elders, of today or an
    /// earlier one that is still open.
    private int alerts(List<Ordered> ordered, Map<String, Integer> failures) {
        var unanswered = new HashSet<String>();
        for (var number = 0; number < ordered.size(); number += ONE_FAILS_IN) {
            if (REASONS.get(number / ONE_FAILS_IN % REASONS.size()).equals("NO_ANSWER")) {
                unanswered.add(ordered.get(number).elderId());
            }
        }
        var alerts =
                Town.all(district, "/v1/welfare-alerts?state=OPEN&limit=500").stream()
                        .filter(alert -> alert.path("kind").asText().equals("NO_ANSWER"))
                        .map(alert -> alert.path("elderId").asText())
                        .filter(unanswered::contains)
                        .distinct()
                        .count();
        Disagreement.unlessAlike(
                "关怀预警 · welfare alerts", (long) failures.getOrDefault("NO_ANSWER", 0), alerts);
        return Math.toIntExact(alerts);
    }

    static ObjectNode nothing() {
        return Api.JSON.createObjectNode();
    }
}
