package org.nuancan.elder.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.HomeDistrict;
import org.nuancan.elder.Presented;

/// Elders who sit down to eat: what is known of each, on any day.
public final class Guests {

    private final HomeDistrict home;
    private final SortedMap<Long, Guest> guests;
    private final Map<CardNumber, Guest> holders;

    /// @param home says where an elder is at home
    /// @param guests by the elder's id
    Guests(HomeDistrict home, Map<Long, Guest> guests) {
        this.home = home;
        this.guests = new TreeMap<>(guests);
        var byCard = new HashMap<CardNumber, Guest>();
        for (var guest : guests.values()) {
            guest.history().cards().keySet().forEach(card -> byCard.put(card, guest));
        }
        this.holders = byCard;
    }

    /// Who sits here, in ascending order.
    public Set<Long> elderIds() {
        return Collections.unmodifiableSet(guests.keySet());
    }

    /// An elder as of a service date.
    ///
    /// @throws IllegalStateException if the elder does not sit here
    public ElderAtTable on(long elderId, LocalDate date) {
        var guest = guest(elderId);
        var facts = guest.history().on(date);
        return new ElderAtTable(
                elderId,
                guest.maskedName(),
                home.districtOf(facts),
                facts,
                Math.toIntExact(facts.ageOn(date)),
                guest.diet(),
                guest.allergens());
    }

    /// The state of a card at an instant; empty if no remembered elder has it.
    public Optional<Presented> card(CardNumber number, Instant at) {
        return Optional.ofNullable(holders.get(number)).map(guest -> worth(guest, number, at));
    }

    private static Presented worth(Guest guest, CardNumber number, Instant at) {
        var history = guest.history();
        return history.problem(number, at)
                .<Presented>map(Presented.Unusable::new)
                .orElseGet(() ->
                        new Presented.Usable(
                                guest.elderId(),
                                Optional.of(history.card(number).cardId()),
                                Optional.empty()));
    }

    private Guest guest(long elderId) {
        return Optional.ofNullable(guests.get(elderId))
                .orElseThrow(() -> new IllegalStateException("no elder " + elderId));
    }
}
