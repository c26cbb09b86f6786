package org.nuancan.elder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Remembers the elders who eat here often, so that their rows are read once and not at every meal.
///
/// Nothing has to be told when something changes: whoever changes anything about an elder, on
/// whatever node, counts `elder.changes` up under the elder's lock, and what is remembered holds
/// for that count only. The count is read with the lock of every sale.
@Singleton
final class Regulars {

    private final HomeDistrict home;
    private final Cache<Long, Guest> remembered;
    private final Cache<CardNumber, Long> owners;

    /// @param most how many elders are remembered, about 1 kB each
    Regulars(
            HomeDistrict home,
            @Property(name = "nuancan.elders.remembered", defaultValue = "50000") int most) {
        this.home = home;
        this.remembered = Caffeine.newBuilder().maximumSize(most).build();
        this.owners = Caffeine.newBuilder().maximumSize(4L * most).build();
    }

    /// Locks the rows of elders in ascending order until the transaction ends. Who does not exist
    /// is left out.
    ///
    /// @param trip in a transaction that has changed nothing about these elders
    Later<Guests> lock(RoundTrip trip, Collection<Long> elderIds) {
        return seat(trip, elderIds, "for update");
    }

    /// As [#lock], without waiting: whom somebody else holds is left out too.
    Later<Guests> lockFree(RoundTrip trip, Collection<Long> elderIds) {
        return seat(trip, elderIds, "for update skip locked");
    }

    /// As [#lock], locking nobody: as the elders stand.
    Later<Guests> see(RoundTrip trip, Collection<Long> elderIds) {
        return seat(trip, elderIds, "");
    }

    /// Whose cards these are; cards that nobody has are left out. A card never changes hands.
    Map<CardNumber, Long> owners(Connection connection, Collection<CardNumber> numbers)
            throws SQLException {
        var found = new HashMap<>(owners.getAllPresent(numbers));
        var unknown = numbers.stream().filter(number -> !found.containsKey(number)).toList();
        if (!unknown.isEmpty()) {
            Sql.on(connection, "select card_number, elder_id from card where card_number in (??)")
                    .withAll(unknown.stream().map(CardNumber::value).toList())
                    .forEach(row ->
                            found.put(
                                    new CardNumber(row.text("card_number")),
                                    row.number("elder_id")));
            owners.putAll(found);
        }
        return found;
    }

    private record Seat(
            long elderId,
            int changes,
            String maskedName,
            LocalDate birthDate,
            String diet,
            String allergens) {

        private static Seat read(Row row) throws SQLException {
            return new Seat(
                    row.number("elder_id"),
                    row.integer("changes"),
                    row.text("masked_name"),
                    row.date("birth_date"),
                    row.text("diet"),
                    row.text("allergens"));
        }

        private Guest with(ElderHistory history) {
            return new Guest(
                    elderId,
                    changes,
                    maskedName,
                    Words.diet(diet),
                    Words.allergens(allergens),
                    history);
        }
    }

    private Later<Guests> seat(RoundTrip trip, Collection<Long> elderIds, String lock) {
        if (elderIds.isEmpty()) {
            return () -> new Guests(home, Map.of());
        }
        // The primary key is walked in its order: two who want the same elders never wait in a
        // circle.
        var query =
                Sql.on(
                                trip.connection(),
                                """
                                select elder_id, changes, masked_name, birth_date, diet, allergens
                                from elder
                                where elder_id in (??)
                                order by elder_id
                                """
                                        + lock)
                        .withAll(elderIds.stream().distinct().sorted().toList());
        var seats = trip.ask(query, Seat::read);
        return () -> seated(trip.connection(), seats.get());
    }

    private Guests seated(Connection connection, List<Seat> seats) throws SQLException {
        var guests = new LinkedHashMap<Long, Guest>();
        for (var seat : seats) {
            var known = remembered.getIfPresent(seat.elderId);
            if (known != null && known.changes() == seat.changes) {
                guests.put(seat.elderId, known);
            }
        }
        var strangers = seats.stream().filter(seat -> !guests.containsKey(seat.elderId)).toList();
        guests.putAll(introduced(connection, strangers));
        return new Guests(home, guests);
    }

    private Map<Long, Guest> introduced(Connection connection, List<Seat> strangers)
            throws SQLException {
        if (strangers.isEmpty()) {
            return Map.of();
        }
        var histories =
                Histories.withCards(connection, strangers.stream().map(Seat::elderId).toList());
        var guests = new HashMap<Long, Guest>();
        for (var seat : strangers) {
            guests.put(seat.elderId, seat.with(histories.of(seat.elderId, seat.birthDate)));
        }
        remembered.putAll(guests);
        return guests;
    }
}
