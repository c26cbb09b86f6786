package org.nuancan.delivery.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.delivery.Road.noon;
import static org.nuancan.delivery.Road.pinOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.Road;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ordering.Kitchen;
import org.nuancan.provider.site.Place;

/// Where phones say that they were.
class PlacesOverHttpTest {

    private final Road road = Road.open();
    private final Kitchen kitchen = road.kitchen();

    /// The kitchen is at 39.99, 116.47.
    @ParameterizedTest
    @CsvSource({
        "39.9911,  116.4722,  true",
        "39.60,    116.47,    true",
        "0,        0,         false",
        "-39.99,   116.47,    false",
        "39.99,    -116.47,   false",
        "41.00,    116.47,    false",
        "90,       180,       false",
    })
    void a_place_over_100_km_from_the_kitchen_is_not_learned(
            double latitude, double longitude, boolean learned) {
        var address = ServerUnderTest.unique("望京 ");
        var before = places();

        assertThat(handedOver(address, latitude, longitude).text("/state")).isEqualTo("DELIVERED");

        assertThat(places() - before).isEqualTo(learned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "1e9, 0"})
    void impossible_coordinates_are_refused(String latitude, String longitude) {
        var orderId = road.order(kitchen.canteen().ordinary());
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(5));
        assertThat(road.depart().status()).isEqualTo(200);
        var position =
                """
                {"positions": [{"latitude": %s, "longitude": %s, "at": "%s"}]}
                """
                        .formatted(latitude, longitude, noon(5));
        var delivered =
                """
                {"proof": {"type": "PIN", "value": "%s"}, "tenders": [], "latitude": %s,
                 "longitude": %s, "at": "%s"}
                """
                        .formatted(road.pin(orderId), latitude, longitude, noon(5));

        assertThat(road.rider().post("/v1/rider/positions", position).status()).isEqualTo(400);
        assertThat(
                        road.rider()
                                .withNewKey()
                                .post("/v1/rider/stops/" + orderId + "/deliver", delivered)
                                .status())
                .isEqualTo(400);
    }

    @Test
    void a_place_learned_before_the_rule_moves_neither_its_door_nor_its_street() {
        var address = ServerUnderTest.unique("望京 ");
        assertThat(handedOver(address, 39.9911, 116.4722).status()).isEqualTo(200);
        var spoiled = ServerUnderTest.unique("望京 ");
        assertThat(handedOver(spoiled, 39.9912, 116.4723).status()).isEqualTo(200);
        var orders = List.of(ordered(spoiled), ordered(ServerUnderTest.unique("望京 unknown ")));
        var changed =
                transactions()
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update delivery_place
                                                   set latitude_micro = 0, longitude_micro = 0
                                                 where latitude_micro = 39991200
                                                """)
                                        .run());
        assertThat(changed).isPositive();

        var found =
                transactions()
                        .reading(_ ->
                                kitchen.canteen()
                                        .server()
                                        .bean(Places.class)
                                        .of(
                                                kitchen.preorders()
                                                        .all(
                                                                orders.stream()
                                                                        .map(Long::valueOf)
                                                                        .toList()),
                                                Place.of(39.99, 116.47)));

        assertThat(found.values())
                .allSatisfy(place -> assertThat(place.latitude()).isBetween(39.0, 41.0));
    }

    @Test
    void positions_more_than_100_km_away_are_not_stored() {
        var _ = road.made(List.of(road.order(kitchen.canteen().ordinary())));
        kitchen.clock(noon(5));
        assertThat(road.depart().status()).isEqualTo(200);
        kitchen.clock(noon(30));
        var positions = new ArrayList<Map<String, Object>>();
        for (var place : List.of(List.of(39.9, 116.4), List.of(0, 0), List.of(31.2, 121.5))) {
            positions.add(
                    Map.of(
                            "latitude",
                            place.get(0),
                            "longitude",
                            place.get(1),
                            "at",
                            noon(10 + positions.size())));
        }

        var kept = road.rider().post("/v1/rider/positions", Map.of("positions", positions));

        assertThat(kept.number("/kept")).isEqualTo(1);
    }

    private String ordered(String address) {
        var order = kitchen.delivery(kitchen.canteen().ordinary());
        order.put("address", address);
        kitchen.clock(Kitchen.TODAY + "T09:00:00+08:00");
        return kitchen.placed(order);
    }

    private Reply handedOver(String address, double latitude, double longitude) {
        var orderId = ordered(address);
        var _ = road.made(List.of(orderId));
        kitchen.clock(noon(30));
        var body = new HashMap<String, Object>();
        body.put("proof", pinOf(road.pin(orderId)));
        body.put("tenders", List.of(Map.of("type", "CASH", "amountFen", 1800 + 300)));
        body.put("latitude", latitude);
        body.put("longitude", longitude);
        body.put("at", noon(20));
        return road.rider().withNewKey().post("/v1/rider/stops/" + orderId + "/deliver", body);
    }

    private Transactions transactions() {
        return kitchen.canteen().server().bean(Transactions.class);
    }

    private long places() {
        return transactions()
                .reading(connection ->
                        Sql.on(connection, "select count(*) as places from delivery_place")
                                .one(row -> row.number("places")));
    }
}
