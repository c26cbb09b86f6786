package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.db.InList;
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

    private final PlaceRepository repository;
    private final Secrets secrets;
    private final Sites sites;

    Places(PlaceRepository repository, Secrets secrets, Sites sites) {
        this.repository = repository;
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
    void learn(Preorder order, Place place, Instant at) {
        var kitchen = sites.findNow(order.where().siteId()).orElseThrow();
        if (!isNear(kitchen.profile().place(), place)) {
            return;
        }
        repository.learn(
                hash(order.address()),
                order.eater().residence(),
                place.latitudeMicro(),
                place.longitudeMicro(),
                at);
    }

    /// Where orders go, by order.
    ///
    /// @param otherwise where nothing is known of the address and its street
    Map<Long, Place> of(Collection<Preorder> orders, Place otherwise) {
        var hashes =
                orders.stream()
                        .collect(
                                Collectors.toMap(
                                        Preorder::orderId, order -> hash(order.address())));
        var known = new HashMap<String, Place>();
        for (var kept : repository.list(InList.of(new HashSet<>(hashes.values())))) {
            known.put(kept.address(), new Place(kept.latitudeMicro(), kept.longitudeMicro()));
        }
        known.values().removeIf(place -> !isNear(otherwise, place));
        var streets = streets(orders, otherwise);
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
    private Map<String, Place> streets(Collection<Preorder> orders, Place kitchen) {
        var north = (int) (FURTHEST_METRES / METRES_A_DEGREE * MICRO);
        var east = (int) (north / Math.max(0.1, Math.cos(Math.toRadians(kitchen.latitude()))));
        var streets = new HashMap<String, Place>();
        var divisions = orders.stream().map(order -> order.eater().residence()).distinct().toList();
        var middles =
                repository.listMiddles(
                        InList.of(divisions),
                        kitchen.latitudeMicro() - north,
                        kitchen.latitudeMicro() + north,
                        kitchen.longitudeMicro() - east,
                        kitchen.longitudeMicro() + east);
        for (var middle : middles) {
            streets.put(middle.division(), new Place(middle.latitude(), middle.longitude()));
        }
        return streets;
    }
}
