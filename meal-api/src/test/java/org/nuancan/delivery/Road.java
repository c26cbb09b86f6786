package org.nuancan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.user.UserService;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.till.Canteen.Diner;

/// A kitchen with a dispatcher and a rider of its carrier, at 9 in the morning.
public record Road(
        Kitchen kitchen, Client staff, Client dispatcher, Client rider, String riderName) {

    public static final String PASSWORD = "test-pass";

    public static Road open() {
        return of(Kitchen.open());
    }

    public static Road of(Kitchen kitchen) {
        assertThat(kitchen.lunch(500).status()).isEqualTo(200);
        var server = kitchen.canteen().server();
        var carrier = ScopeWords.provider(Long.parseLong(kitchen.carrierId()));
        var name = newRider(kitchen);
        return new Road(
                kitchen,
                server.as(Role.KITCHEN_STAFF, ScopeWords.site(kitchen.canteen().siteId())),
                server.as(Role.DISPATCHER, carrier),
                server.signedIn(name, PASSWORD),
                name);
    }

    /// One more rider of the carrier.
    public static String newRider(Kitchen kitchen) {
        var name = ServerUnderTest.unique("rider");
        kitchen.canteen()
                .server()
                .bean(UserService.class)
                .create(
                        name,
                        PASSWORD,
                        Role.RIDER,
                        ScopeWords.provider(Long.parseLong(kitchen.carrierId())));
        return name;
    }

    public String order(Diner diner) {
        return kitchen.placed(kitchen.delivery(diner));
    }

    public String pin(String orderId) {
        return kitchen.show(orderId).text("/pin");
    }

    Map<String, Object> run(List<String> orderIds) {
        var run = new HashMap<String, Object>();
        run.put("siteId", Long.toString(kitchen.canteen().siteId()));
        run.put("date", kitchen.today());
        run.put("slot", "LUNCH");
        run.put("riderUsername", riderName);
        run.put("orderIds", orderIds);
        return run;
    }

    Reply make(List<String> orderIds) {
        return dispatcher.post("/v1/delivery-runs", run(orderIds));
    }

    /// A run that must be made.
    public String made(List<String> orderIds) {
        var run = make(orderIds);
        assertThat(run.status()).as(run.toString()).isEqualTo(201);
        return run.text("/runId");
    }

    public Reply depart() {
        return rider.post("/v1/rider/run/depart");
    }

    public Reply deliver(
            String orderId, String key, Map<String, Object> proof, long cashFen, String at) {
        var body = new HashMap<String, Object>();
        body.put("proof", proof);
        body.put(
                "tenders",
                cashFen == 0 ? List.of() : List.of(Map.of("type", "CASH", "amountFen", cashFen)));
        body.put("latitude", 39.9911);
        body.put("longitude", 116.4722);
        body.put("at", at);
        return rider.with("Idempotency-Key", key)
                .post("/v1/rider/stops/" + orderId + "/deliver", body);
    }

    Reply fail(String orderId, String key, String reason, String at) {
        return rider.with("Idempotency-Key", key)
                .post("/v1/rider/stops/" + orderId + "/fail", Map.of("reason", reason, "at", at));
    }

    public static Map<String, Object> pinOf(String pin) {
        return Map.of("type", "PIN", "value", pin);
    }

    public static Map<String, Object> card(Diner diner) {
        return Map.of("type", "CARD", "value", diner.card());
    }

    public static String noon(int minute) {
        return Kitchen.TODAY + "T11:%02d:00+08:00".formatted(minute);
    }
}
