package org.nuancan.bench.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Elders around a kitchen, and riders who have been at each of their doors once: the service
/// learns the position of an address only from a delivery.
public final class Neighbourhood {

    /// An elder and the elder's door.
    private record Home(String elderId, String address, double latitude, double longitude) {}

    private static final String STREET = "110105012";
    private static final String PASSWORD = "bench-pass";
    private static final double NORTH = 39.99;
    private static final double EAST = 116.47;

    /// In degrees; about 4.4 km from north to south and 3.4 km from west to east.
    private static final double ACROSS = 0.04;

    /// One elder in so many lives alone and is over 80.
    private static final int ALONE = 12;

    private final Service city;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final LocalDate day;
    private final Random random = new Random(1);
    private String siteId = "";
    private String carrierId = "";
    private final List<Service> riders = new ArrayList<>();
    private final List<String> riderNames = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();

    private Neighbourhood(Service city, LocalDate day) {
        this.city = city;
        this.day = day;
    }

    /// Creates a neighbourhood whose doors are all known, in a service whose environment has a
    /// clock that can be set.
    ///
    /// @param stops number of elders
    /// @param riders number of riders
    public static Neighbourhood make(
            HttpClient http, URI service, LocalDate day, int stops, int riders) {
        var city = new Service(http, service, "").signedIn("city", "demo-pass");
        var made = new Neighbourhood(city, day);
        made.clock(day, "09:00");
        made.makeProviders();
        made.makeRiders(riders);
        for (var number = 0; number < stops; number++) {
            made.makeHome(number);
        }
        made.learn();
        return made;
    }

    private void clock(LocalDate date, String time) {
        var _ = city.put("/test/clock", Map.of("now", date + "T" + time + ":00+08:00"));
    }

    private void makeProviders() {
        siteId = site(provider("CENTRAL_KITCHEN"), "CENTRAL_KITCHEN");
        prices(siteId, "SET", 1_800);
        carrierId = provider("DELIVERY");
        prices(site(carrierId, "STATION"), "FEE", 300);
    }

    private String provider(String kind) {
        return city.post(
                        "/v1/providers",
                        Map.of(
                                "name",
                                "测量 " + kind + " " + run,
                                "kind",
                                kind,
                                "districtCode",
                                STREET.substring(0, 6),
                                "bankAccount",
                                Map.of(
                                        "name",
                                        "测量",
                                        "number",
                                        "6222020200012345",
                                        "bankCode",
                                        "102100099996")))
                .path("providerId")
                .asText();
    }

    private String site(String providerId, String type) {
        var site = Service.JSON.createObjectNode();
        site.put("providerId", providerId).put("name", "测量 " + run).put("division", STREET);
        site.put("type", type).put("grade", 2).put("listedFrom", "2022-04-01");
        site.putNull("listedTo").put("address", "望京街 1 号");
        site.put("latitude", NORTH).put("longitude", EAST);
        site.put("seats", 0).put("dailyCapacity", 0);
        return city.post("/v1/sites", site).path("siteId").asText();
    }

    private void prices(String site, String sku, int fen) {
        var _ =
                city.post(
                        "/v1/sites/" + site + "/prices",
                        List.of(Map.of("sku", sku, "name", sku, "priceFen", fen)));
    }

    private Service user(String name, String role, String scope, String id) {
        var _ =
                city.post(
                        "/v1/users",
                        Map.of(
                                "username",
                                name,
                                "password",
                                PASSWORD,
                                "role",
                                role,
                                "scope",
                                Map.of(scope, id)));
        return city.signedIn(name, PASSWORD);
    }

    private void makeRiders(int count) {
        for (var number = 0; number < count; number++) {
            var name = "rider-" + run + "-" + number;
            riderNames.add(name);
            riders.add(user(name, "RIDER", "providerId", carrierId));
        }
    }

    private void makeHome(int number) {
        var address = "望京西园 " + run + " 号楼 " + number;
        var elder = Service.JSON.createObjectNode();
        elder.put("name", "测量老人").put("idNumber", idNumber(number));
        elder.putObject("household").put("kind", "LOCAL").put("division", STREET);
        elder.put("residenceDivision", STREET).put("address", address);
        elder.put("phone", "13800000000").put("careGrade", 0);
        var categories = elder.putArray("categories");
        if (number % ALONE == 0) {
            categories
                    .addObject()
                    .put("category", "LIVING_ALONE")
                    .put("from", "2024-01-01")
                    .putNull("to")
                    .put("evidence", "测量");
        }
        elder.putArray("diet");
        elder.putArray("allergens");
        elder.putArray("contacts");
        homes.add(
                new Home(
                        city.post("/v1/elders", elder).path("elderId").asText(),
                        address,
                        NORTH + (random.nextDouble() - 0.5) * ACROSS,
                        EAST + (random.nextDouble() - 0.5) * ACROSS));
    }

    /// An ID number by GB 11643, of a person born in 1931 or later; the demo has few of them.
    private static String idNumber(int number) {
        var digits =
                "110105"
                        + LocalDate.of(1931, 1, 1)
                                .plusDays(number)
                                .format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "997";
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += (digits.charAt(at) - '0') * weights[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /// Orders a meal for every elder.
    ///
    /// @return the orders, in the order of the homes
    private List<JsonNode> order(LocalDate date, String slot, String until) {
        var _ =
                kitchen()
                        .put(
                                "/v1/sites/%s/menus/%s/%s".formatted(siteId, date, slot),
                                Map.of(
                                        "items",
                                        List.of(Map.of("sku", "SET", "portions", homes.size())),
                                        "orderUntil",
                                        date + "T" + until + ":00+08:00"));
        return homes.stream().map(home -> order(home, date, slot)).toList();
    }

    private JsonNode order(Home home, LocalDate date, String slot) {
        var order = Service.JSON.createObjectNode();
        order.put("elderId", home.elderId()).put("siteId", siteId);
        order.put("deliveryProviderId", carrierId).put("serviceDate", date.toString());
        order.put("slot", slot).put("fulfilment", "DELIVERY").put("address", home.address());
        order.putArray("items").addObject().put("sku", "SET").put("quantity", 1);
        return city.post("/v1/orders", order);
    }

    /// Delivers one lunch in runs made by hand, so that each door becomes known.
    private void learn() {
        var orders = order(day, "LUNCH", "10:30");
        var dispatcher = dispatcher();
        var each = (homes.size() + riders.size() - 1) / riders.size();
        clock(day, "11:30");
        for (var number = 0; number < riders.size(); number++) {
            var from = Math.min(homes.size(), number * each);
            var to = Math.min(homes.size(), from + each);
            if (from < to) {
                var run = run(day, "LUNCH");
                run.put("riderUsername", riderNames.get(number));
                var stops = run.putArray("orderIds");
                for (var at = from; at < to; at++) {
                    stops.add(orders.get(at).path("orderId").asText());
                }
                var _ = dispatcher.post("/v1/delivery-runs", run);
                for (var at = from; at < to; at++) {
                    handOver(riders.get(number), orders.get(at), homes.get(at));
                }
            }
        }
    }

    private Service kitchen() {
        return user(newName("kitchen"), "KITCHEN_STAFF", "siteId", siteId);
    }

    private Service dispatcher() {
        return user(newName("dispatch"), "DISPATCHER", "providerId", carrierId);
    }

    private String newName(String start) {
        return start + "-" + run + "-" + random.nextInt(1_000_000);
    }

    private ObjectNode run(LocalDate date, String slot) {
        return Service.JSON
                .createObjectNode()
                .put("siteId", siteId)
                .put("date", date.toString())
                .put("slot", slot);
    }

    private void handOver(Service rider, JsonNode order, Home home) {
        var body = Service.JSON.createObjectNode();
        body.putObject("proof").put("type", "PIN").put("value", order.path("pin").asText());
        body.putArray("tenders")
                .addObject()
                .put("type", "CASH")
                .put("amountFen", order.path("elderPaysFen").asLong());
        body.put("latitude", home.latitude()).put("longitude", home.longitude());
        body.put("at", day + "T11:20:00+08:00");
        var _ = rider.post("/v1/rider/stops/" + order.path("orderId").asText() + "/deliver", body);
    }

    /// Orders a meal of the next day for every elder, to be put on runs.
    ///
    /// @return the request for its runs, with the dispatcher who sends it
    public Meal meal(String slot) {
        var date = day.plusDays(1);
        var _ = order(date, slot, "04:00");
        return new Meal(dispatcher(), run(date, slot).put("auto", true));
    }
}
