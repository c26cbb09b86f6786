package org.nuancan.delivery.route;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.ordering.Preorder;
import org.nuancan.provider.site.Place;
import org.nuancan.provider.site.Sites;
import org.nuancan.seal.Secrets;

/// Locations of addresses. They are learned from the positions at which riders handed meals over;
/// no external map service is used. Until an address is learned, the centre of the known places of
/// its street is used.
@Singleton
public class Places {

    private static final String PURPOSE = "delivery-address";

    /// Greatest distance of a delivery. Positions beyond it are errors of the phone.
    private static final double FURTHEST_METRES = 100_000;

    private static final int METRES_A_DEGREE = 111_000;
    private static final int MICRO = 1_000_000;

    private final PlaceRepository places;
    private final Secrets secrets;
    private final Sites sites;

    Places(PlaceRepository places, Secrets secrets, Sites sites) {
        this.places = places;
        this.secrets = secrets;
        this.sites = sites;
    }

    /// Whether a place can be reached from a kitchen.
    public static boolean isNear(Place kitchen, Place place) {
        return kitchen.metresTo(place) <= FURTHEST_METRES;
    }

    private String hash(String address) {
        var plain = address.replaceAll("\\s+", "");
        return secrets.fingerprint(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Stores the place where an order was handed over; a place over 100 km from the kitchen is
    /// ignored.
    @Transactional
    public void learn(Preorder order, Place place, Instant at) {
        var kitchen = sites.findNow(order.where().siteId()).orElseThrow();
        if (!isNear(kitchen.profile().place(), place)) {
            return;
        }
        places.learn(
                hash(order.address()),
                order.eater().residence(),
                place.latitudeMicro(),
                place.longitudeMicro(),
                at);
    }

    /// The places of orders, by order.
    ///
    /// @param otherwise the place to use if neither the address nor its street is known
    @ReadOnly
    public Map<Long, Place> of(Collection<Preorder> orders, Place otherwise) {
        var hashes =
                orders.stream()
                        .collect(
                                Collectors.toMap(
                                        Preorder::orderId, order -> hash(order.address())));
        var known = known(Set.copyOf(hashes.values()), otherwise);
        var streets = streets(orders, otherwise);
        var found = new HashMap<Long, Place>();
        for (var order : orders) {
            found.put(
                    order.orderId(),
                    Optional.ofNullable(known.get(hashes.get(order.orderId())))
                            .or(() -> Optional.ofNullable(streets.get(order.eater().residence())))
                            .orElse(otherwise));
        }
        return found;
    }

    private Map<String, Place> known(Set<String> hashes, Place kitchen) {
        var known = new HashMap<String, Place>();
        places.findByAddressIn(hashes).forEach(row -> known.put(row.address(), row.place()));
        known.values().removeIf(place -> !isNear(kitchen, place));
        return known;
    }

    /// The centre of the known places of each street, within one degree of the kitchen.
    private Map<String, Place> streets(Collection<Preorder> orders, Place kitchen) {
        var north = (int) (FURTHEST_METRES / METRES_A_DEGREE * MICRO);
        var east = (int) (north / Math.max(0.1, Math.cos(Math.toRadians(kitchen.latitude()))));
        var streets = new HashMap<String, Place>();
        places.middles(
                        orders.stream()
                                .map(order -> order.eater().residence())
                                .collect(Collectors.toSet()),
                        kitchen.latitudeMicro() - north,
                        kitchen.latitudeMicro() + north,
                        kitchen.longitudeMicro() - east,
                        kitchen.longitudeMicro() + east)
                .forEach(middle ->
                        streets.put(
                                middle.division(),
                                new Place(middle.latitudeMicro(), middle.longitudeMicro())));
        return streets;
    }
}
