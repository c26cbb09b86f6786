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
import org.nuancan.http.Secrets;
import org.nuancan.preorder.Preorder;
import org.nuancan.provider.Place;

/// Where addresses lie. Nobody looks an address up in a map of somebody else's: it is learned from
/// where riders stood when they handed over, and until then taken to be in the middle of what is
/// known of its street.
@Singleton
final class Places {

    private static final String PURPOSE = "delivery-address";

    private final Secrets secrets;

    Places(Secrets secrets) {
        this.secrets = secrets;
    }

    private String hash(String address) {
        var plain = address.replaceAll("\\s+", "");
        return secrets.fingerprint(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Remembers where an order was handed over.
    void learn(Connection connection, Preorder order, Place place, Instant at) throws SQLException {
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
        var streets = streets(connection, orders);
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

    private static Map<String, Place> streets(Connection connection, Collection<Preorder> orders)
            throws SQLException {
        var streets = new HashMap<String, Place>();
        Sql.on(
                        connection,
                        """
                        select division, cast(avg(latitude_micro) as signed) as latitude,
                               cast(avg(longitude_micro) as signed) as longitude
                          from delivery_place
                         where division in (??)
                         group by division
                        """)
                .withAll(
                        orders.stream().map(order -> order.eater().residence()).distinct().toList())
                .forEach(row ->
                        streets.put(
                                row.text("division"),
                                new Place(row.integer("latitude"), row.integer("longitude"))));
        return streets;
    }
}
