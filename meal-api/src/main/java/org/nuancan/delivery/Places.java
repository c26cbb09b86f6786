package org.nuancan.delivery;

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
import org.nuancan.preorder.Preorder;
import org.nuancan.provider.Place;
import org.nuancan.provider.Sites;
import org.nuancan.seal.Secrets;

/// Where addresses lie. Nobody looks an address up in a map of somebody else's: it is learned from
/// where riders stood when they handed over, and until then taken to be in the middle of what is
/// known of its street.
@Singleton
class Places {

    private static final String PURPOSE = "delivery-address";

    /// Nobody carries a meal further: what a phone says from beyond is no place it was at.
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
    static boolean isNear(Place kitchen, Place place) {
        return kitchen.metresTo(place) <= FURTHEST_METRES;
    }

    private String hash(String address) {
        var plain = address.replaceAll("\\s+", "");
        return secrets.fingerprint(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Remembers where an order was handed over; a place over 100 km from the kitchen is not
    /// remembered.
    @Transactional
    void learn(Preorder order, Place place, Instant at) {
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

    /// Where orders go, by order.
    ///
    /// @param otherwise where nothing is known of the address and its street
    @ReadOnly
    Map<Long, Place> of(Collection<Preorder> orders, Place otherwise) {
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

    /// The middle of what is known of a street, of the degrees around the kitchen.
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
