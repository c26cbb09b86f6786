package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.db.Sql;
import org.nuancan.preorder.Preorder;
import org.nuancan.provider.Place;
import org.nuancan.provider.Sites;
import org.nuancan.seal.Secrets;

/// Where addresses lie. Nobody looks an address up in a map of somebody else's: it is learned from
/// where riders stood when they handed over, and until then taken to be in the middle of what is
/// known of its street.
@Singleton
final class Places {

    private static final String PURPOSE = "delivery-address";

    /// Nobody carries a meal further: what a phone says from beyond is no place it was at.
    private static final double FURTHEST_METRES = 100_000;

    private static final int METRES_A_DEGREE = 111_000;
    private static final int MICRO = 1_000_000;

    private final Secrets secrets;
    private final Sites sites;

    Places(Secrets secrets, Sites sites) {
        this.secrets = secrets;
        this.sites = sites;
    }

    /// Whether a place can be reached from a kitchen.
    static boolean isNear(Place kitchen, Place place) {
        return kitchen.metresTo(place) <= FURTHEST_METRES;
    }

    private String hash(String address) {
        var plain = address.replaceAll("\\s+", "");
        return secrets.fingerprint(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Remembers where an order was handed over; a place over 100 km from the kitchen is not
    /// remembered.
    void learn(Connection connection, Preorder order, Place place, Instant at) throws SQLException {
        var kitchen = sites.findNow(order.where().siteId()).orElseThrow();
        if (!isNear(kitchen.profile().place(), place)) {
            return;
        }
        Sql.on(
                        connection,
                        """
                        insert into delivery_place
                            (address, division, latitude_micro, longitude_micro, learned_at)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update latitude_micro = values(latitude_micro),
                            longitude_micro = values(longitude_micro),
                            learned_at = values(learned_at)
                        """)
                .with(hash(order.address()), order.eater().residence())
                .with(place.latitudeMicro(), place.longitudeMicro(), at)
                .run();
    }

    /// Where orders go, by order.
    ///
    /// @param otherwise where nothing is known of the address and its street
    Map<Long, Place> of(Connection connection, Collection<Preorder> orders, Place otherwise)
            throws SQLException {
        var hashes =
                orders.stream()
                        .collect(
                                Collectors.toMap(
                                        Preorder::orderId, order -> hash(order.address())));
        var known = new HashMap<String, Place>();
        Sql.on(
                        connection,
                        """
                        select address, latitude_micro, longitude_micro
                          from delivery_place
                         where address in (??)
                        """)
                .withAll(hashes.values().stream().distinct().toList())
                .forEach(row ->
                        known.put(
                                row.text("address"),
                                new Place(
                                        row.integer("latitude_micro"),
                                        row.integer("longitude_micro"))));
        known.values().removeIf(place -> !isNear(otherwise, place));
        var streets = streets(connection, orders, otherwise);
        var places = new HashMap<Long, Place>();
        for (var order : orders) {
            places.put(
                    order.orderId(),
                    Optional.ofNullable(known.get(hashes.get(order.orderId())))
                            .or(() -> Optional.ofNullable(streets.get(order.eater().residence())))
                            .orElse(otherwise));
        }
        return places;
    }

    /// The middle of what is known of a street, of the degrees around the kitchen.
    private static Map<String, Place> streets(
            Connection connection, Collection<Preorder> orders, Place kitchen) throws SQLException {
        var north = (int) (FURTHEST_METRES / METRES_A_DEGREE * MICRO);
        var east = (int) (north / Math.max(0.1, Math.cos(Math.toRadians(kitchen.latitude()))));
        var streets = new HashMap<String, Place>();
        Sql.on(
                        connection,
                        """
                        select division, cast(avg(latitude_micro) as signed) as latitude,
                               cast(avg(longitude_micro) as signed) as longitude
                          from delivery_place
                         where division in (??)
                           and latitude_micro between ? and ?
                           and longitude_micro between ? and ?
                         group by division
                        """)
                .withAll(
                        orders.stream().map(order -> order.eater().residence()).distinct().toList())
                .with(kitchen.latitudeMicro() - north, kitchen.latitudeMicro() + north)
                .with(kitchen.longitudeMicro() - east, kitchen.longitudeMicro() + east)
                .forEach(row ->
                        streets.put(
                                row.text("division"),
                                new Place(row.integer("latitude"), row.integer("longitude"))));
        return streets;
    }
}
