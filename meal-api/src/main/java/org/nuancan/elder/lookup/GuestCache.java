package org.nuancan.elder.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.HomeDistrict;
import org.nuancan.elder.Words;
import org.nuancan.elder.file.SeatedElder;
import org.nuancan.elder.history.Histories;

/// Keeps the histories of elders who eat here often, so that their rows are read once and not at
/// every meal.
///
/// No message is needed when something changes: each change about an elder, on each node, counts
/// `elder.changes` up under the elder's lock, and an entry holds for that count only. The count is
/// read with the lock of every sale.
@Singleton
final class GuestCache {

    private final HomeDistrict home;
    private final Cache<Long, Guest> remembered;
    private final Cache<CardNumber, Long> owners;

    /// @param most how many elders are remembered, about 1 kB each
    GuestCache(
            HomeDistrict home,
            @Property(name = "nuancan.elders.remembered", defaultValue = "50000") int most) {
        this.home = home;
        this.remembered = Caffeine.newBuilder().maximumSize(most).build();
        this.owners = Caffeine.newBuilder().maximumSize(4L * most).build();
    }

    /// Locks the rows of elders in ascending order until the transaction ends. Elders who do not
    /// exist are left out.
    ///
    /// @param trip in a transaction that has changed nothing about these elders
    Later<Guests> lock(RoundTrip trip, Collection<Long> elderIds) {
        return guests(trip, elderIds, "for update");
    }

    /// As [#lock], without waiting: elders that another transaction has locked are left out too.
    Later<Guests> lockFree(RoundTrip trip, Collection<Long> elderIds) {
        return guests(trip, elderIds, "for update skip locked");
    }

    /// As [#lock], without locks.
    Later<Guests> see(RoundTrip trip, Collection<Long> elderIds) {
        return guests(trip, elderIds, "");
    }

    /// Whose cards these are; unknown cards are left out. A card never changes hands.
    Later<Map<CardNumber, Long>> owners(RoundTrip trip, Collection<CardNumber> numbers) {
        var found = new HashMap<>(owners.getAllPresent(numbers));
        var unknown = numbers.stream().filter(number -> !found.containsKey(number)).toList();
        if (unknown.isEmpty()) {
            return () -> found;
        }
        var read = CredentialQueries.owners(trip, unknown);
        return () -> {
            read.get().forEach(card -> found.put(card.number(), card.elderId()));
            owners.putAll(found);
            return found;
        };
    }

    private Later<Guests> guests(RoundTrip trip, Collection<Long> elderIds, String lock) {
        if (elderIds.isEmpty()) {
            return () -> new Guests(home, Map.of());
        }
        var seated = GuestQueries.seated(trip, elderIds, lock);
        return () -> {
            var guests = known(seated.get());
            var unknown =
                    seated.get().stream()
                            .filter(elder -> !guests.containsKey(elder.elderId()))
                            .toList();
            if (!unknown.isEmpty()) {
                var ids = unknown.stream().map(SeatedElder::elderId).toList();
                var more = RoundTrip.on(trip.connection());
                var parts = GuestQueries.parts(more, ids);
                var ofCards = GuestQueries.cards(more, ids);
                more.go();
                guests.putAll(remember(unknown, new Histories(parts.get(), ofCards.get())));
            }
            return new Guests(home, guests);
        };
    }

    private Map<Long, Guest> known(List<SeatedElder> seated) {
        var guests = new LinkedHashMap<Long, Guest>();
        for (var elder : seated) {
            var known = remembered.getIfPresent(elder.elderId());
            if (known != null && known.changes() == elder.changes()) {
                guests.put(elder.elderId(), known);
            }
        }
        return guests;
    }

    private Map<Long, Guest> remember(List<SeatedElder> elders, Histories histories) {
        var guests = new HashMap<Long, Guest>();
        for (var elder : elders) {
            guests.put(
                    elder.elderId(),
                    new Guest(
                            elder.elderId(),
                            elder.changes(),
                            elder.maskedName(),
                            Words.diet(elder.diet()),
                            Words.allergens(elder.allergens()),
                            histories.of(elder.elderId(), elder.birthDate())));
        }
        remembered.putAll(guests);
        return guests;
    }
}
