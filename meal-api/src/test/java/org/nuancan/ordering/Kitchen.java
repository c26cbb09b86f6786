package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.sale.Tender;
import org.nuancan.till.Canteen;
import org.nuancan.till.Canteen.Diner;

/// A canteen from which meals are ordered, with a desk in its street and a carrier in its district.
///
/// @param today the day of its lunch
/// @param canteen who cooks
/// @param carrierId the delivery provider
/// @param desk takes orders in the canteen's street
/// @param manager of the canteen's provider
public record Kitchen(
        String today, Canteen canteen, String carrierId, Client desk, Client manager) {

    public static final String TODAY = "2026-11-18";

    private static final class Running {
        static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    }

    /// The service that all tests of ordered meals share.
    public static ServerUnderTest server() {
        return Running.SERVER;
    }

    /// One that stands at 9 in the morning of [#TODAY].
    public static Kitchen open() {
        return open(server(), TODAY);
    }

    /// One that stands at 9 in the morning of a day.
    public static Kitchen open(ServerUnderTest server, String today) {
        clock(server, today + "T09:00:00+08:00");
        var canteen = Canteen.open(server);
        var city = server.as(Role.CITY_ADMIN);
        var carrier =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "试验配送", "kind": "DELIVERY", "districtCode": "110105",
                         "bankAccount": {"name": "试验配送", "number": "6222020200054321",
                                         "bankCode": "102100099996"}}
                        """);
        var carrierId = carrier.text("/providerId");
        var depot =
                city.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "配送站", "division": "%s",
                         "type": "STATION", "grade": 0, "listedFrom": "2022-04-01",
                         "listedTo": null, "address": "望京街 9 号", "latitude": 39.99,
                         "longitude": 116.47, "seats": 0, "dailyCapacity": 0}
                        """
                                .formatted(carrierId, Canteen.STREET));
        var fees =
                city.post(
                        "/v1/sites/" + depot.text("/siteId") + "/prices",
                        """
                        [{"sku": "FEE", "name": "配送费", "priceFen": 300}]
                        """);
        assertThat(fees.status()).as(fees.toString()).isEqualTo(200);
        return new Kitchen(
                today,
                canteen,
                carrierId,
                server.as(Role.ORDER_DESK, ScopeWords.street(Canteen.STREET)),
                server.as(
                        Role.PROVIDER_MANAGER,
                        ScopeWords.provider(Long.parseLong(canteen.providerId()))));
    }

    public static void clock(ServerUnderTest server, String now) {
        var set = server.as(Role.CITY_ADMIN).put("/test/clock", Map.of("now", now));
        assertThat(set.status()).as(set.toString()).isLessThan(300);
    }

    public void clock(String now) {
        clock(canteen.server(), now);
    }

    /// Sets today's lunch: so many of the set meal, and plenty of the rest.
    public Reply lunch(int sets) {
        return menu(today, "LUNCH", sets);
    }

    public Reply menu(String date, String slot, int sets) {
        return manager.put(
                "/v1/sites/" + canteen.siteId() + "/menus/" + date + "/" + slot,
                Map.of(
                        "items",
                        List.of(
                                Map.of("sku", "SET", "portions", sets),
                                Map.of("sku", "RICE", "portions", 1000)),
                        "orderUntil",
                        date + "T10:30:00+08:00"));
    }

    /// Reports set meals of today's lunch as cooked now.
    public void cooked(int sets) {
        var batch =
                manager.post(
                        "/v1/kitchens/" + canteen.siteId() + "/batches",
                        Map.of(
                                "sku",
                                "SET",
                                "portions",
                                sets,
                                "cookedAt",
                                canteen.server().bean(Clock.class).instant().toString(),
                                "coreTemperature",
                                82.5,
                                "date",
                                today,
                                "slot",
                                "LUNCH"));
        assertThat(batch.status()).as(batch.toString()).isEqualTo(201);
    }

    /// A set meal for today's lunch, delivered by the carrier.
    public Map<String, Object> delivery(Diner diner) {
        var order = order(diner, "DELIVERY");
        order.put("deliveryProviderId", carrierId);
        return order;
    }

    /// A set meal for today's lunch.
    public Map<String, Object> order(Diner diner, String fulfilment) {
        var order = new HashMap<String, Object>();
        order.put("elderId", diner.elderId());
        order.put("siteId", Long.toString(canteen.siteId()));
        order.put("serviceDate", today);
        order.put("slot", "LUNCH");
        order.put("fulfilment", fulfilment);
        order.put("items", List.of(Map.of("sku", "SET", "quantity", 1)));
        return order;
    }

    public Reply place(Map<String, Object> order) {
        return desk.withNewKey().post("/v1/orders", order);
    }

    /// Places an order that must succeed.
    public String placed(Map<String, Object> order) {
        var reply = place(order);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("/orderId");
    }

    public Reply cancel(String orderId) {
        return desk.withNewKey().post("/v1/orders/" + orderId + "/cancel");
    }

    public Reply show(String orderId) {
        return desk.get("/v1/orders/" + orderId);
    }

    public Reply collect(String orderId, Diner diner, long cashFen) {
        return canteen.till()
                .withNewKey()
                .post(
                        "/v1/pos/orders/" + orderId + "/collect",
                        Map.of(
                                "credential",
                                Canteen.card(diner.card()),
                                "tenders",
                                cashFen == 0
                                        ? List.of()
                                        : List.of(Map.of("type", "CASH", "amountFen", cashFen))));
    }

    /// How many portions of the set meal are left today.
    public long left() {
        var menu =
                desk.get(
                        "/v1/menus?siteId=%d&date=%s&slot=LUNCH"
                                .formatted(canteen.siteId(), today));
        assertThat(menu.status()).as(menu.toString()).isEqualTo(200);
        return menu.number("/items/0/left");
    }

    /// Does something with an order, in a transaction of its own.
    public <T> T door(Function<Preorders, T> work) {
        preorders().prepare();
        return work.apply(preorders());
    }

    public Preorders preorders() {
        return canteen.server().bean(Preorders.class);
    }

    /// Closes the lunch's day, on the next morning.
    public Reply close() {
        clock(LocalDate.parse(today).plusDays(1) + "T03:00:00+08:00");
        return canteen.server().as(Role.CITY_ADMIN).post("/v1/settlement/days/" + today + "/close");
    }

    /// The statement of a provider of the lunch's day.
    public Reply statement(String providerId) {
        var some =
                canteen.server()
                        .as(Role.CITY_ADMIN)
                        .get("/v1/statements?date=" + today + "&providerId=" + providerId);
        assertThat(some.at("/items")).as(some.toString()).hasSize(1);
        return canteen.server()
                .as(Role.CITY_ADMIN)
                .get("/v1/statements/" + some.text("/items/0/statementId"));
    }

    /// Hands an order over at the door, paid in cash to the carrier.
    StepOutcome deliver(String orderId, String actionId, long cashFen) {
        var tenders =
                cashFen == 0
                        ? List.<Tender>of()
                        : List.of(new Tender(TenderType.CASH, Fen.of(cashFen), Optional.empty()));
        return door(orders -> orders.deliver(Long.parseLong(orderId), action(actionId), tenders));
    }

    StepOutcome fail(String orderId, String actionId, FailureReason reason) {
        return door(orders -> orders.fail(Long.parseLong(orderId), action(actionId), reason));
    }

    /// An action of its own id, now.
    public Action action(String id) {
        return new Action(
                id, "somebody", canteen.server().bean(Clock.class).instant(), Optional.empty());
    }
}
