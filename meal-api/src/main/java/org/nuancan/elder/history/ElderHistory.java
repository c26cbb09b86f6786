package org.nuancan.elder.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.UnusableReason;
import org.nuancan.elder.card.Cards;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Stay;

/// All that is on file about an elder and that has a date: what was so on any day is read off it
/// without asking the database.
///
/// @param birthDate when born
/// @param parts standings, categories, stays and states, each kind in the order in which it was
///   recorded
/// @param cards the elder's cards
public record ElderHistory(LocalDate birthDate, List<Part> parts, Map<CardNumber, OfCard> cards) {

    /// A row that holds from a day on.
    sealed interface Part {

        /// The first day.
        LocalDate from();

        /// Where the elder is at home; holds until the next.
        record Home(LocalDate from, Household household, Division residence, int careGrade)
                implements Part {}

        /// A category; its last day is included.
        record Held(LocalDate from, Optional<LocalDate> to, Category category) implements Part {}

        /// A stay; its last day is included.
        record Away(LocalDate from, Optional<LocalDate> to) implements Part {}

        /// A state; the one recorded last holds.
        record Stands(LocalDate from, ElderStatus status) implements Part {}
    }

    /// A card and the entries of its history.
    ///
    /// @param cardId which
    /// @param validTo its last day, if it has one
    /// @param events in the order in which they were recorded, the issue first
    public record OfCard(long cardId, Optional<LocalDate> validTo, List<CardEvent> events) {

        public OfCard {
            events = List.copyOf(events);
        }

        /// With what was recorded next.
        OfCard with(CardEvent next) {
            return new OfCard(
                    cardId, validTo, Stream.concat(events.stream(), Stream.of(next)).toList());
        }

        /// Of the entries whose instant has come the one recorded last.
        private CardState at(Instant at) {
            return events.stream()
                    .filter(event -> !event.from().isAfter(at))
                    .reduce(events.getFirst(), (_, later) -> later)
                    .at(at);
        }
    }

    public ElderHistory {
        parts = List.copyOf(parts);
        cards = Map.copyOf(cards);
    }

    /// What policies ask, as it was on a day.
    ///
    /// @throws IllegalStateException without a home on that day: the first holds from birth
    public ElderFacts on(LocalDate date) {
        var home = Optional.<Part.Home>empty();
        var categories = EnumSet.noneOf(Category.class);
        var stays = new ArrayList<Stay>();
        var stands = new Part.Stands(LocalDate.EPOCH, ElderStatus.ACTIVE);
        for (var part : parts) {
            if (part.from().isAfter(date)) {
                continue;
            }
            switch (part) {
                case Part.Home later -> home = Optional.of(later);
                case Part.Held(_, var to, var category) -> {
                    if (to.isEmpty() || !to.get().isBefore(date)) {
                        categories.add(category);
                    }
                }
                case Part.Away(var from, var to) -> stays.add(new Stay(from, to));
                case Part.Stands later -> stands = later;
            }
        }
        var at = home.orElseThrow(() -> new IllegalStateException("an elder without a standing"));
        return new ElderFacts(
                birthDate,
                at.household(),
                at.residence(),
                categories,
                at.careGrade(),
                stays,
                stands.status(),
                stands.status() == ElderStatus.DECEASED
                        ? Optional.of(stands.from())
                        : Optional.empty());
    }

    /// What one of the elder's cards is worth at an instant.
    ///
    /// @throws IllegalArgumentException if it is none of them
    public Optional<UnusableReason> problem(CardNumber number, Instant at) {
        var card = card(number);
        var day = BusinessDay.of(at).date();
        return Cards.problem(card.at(at), card.validTo(), on(day).status(), day);
    }

    /// One of the elder's cards.
    ///
    /// @throws IllegalArgumentException if it is none of them
    public OfCard card(CardNumber number) {
        return Optional.ofNullable(cards.get(number))
                .orElseThrow(() -> new IllegalArgumentException("another elder's card"));
    }
}
