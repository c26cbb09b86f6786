package org.nuancan.elder.card;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.UnusableReason;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.policy.fact.ElderStatus;

/// Cards as the offline pack needs them: all of a district at once.
@Singleton
public class Cards {

    /// How many elders' cards are read at once.
    public static final int PORTION = 5000;

    private final ElderRepository elders;
    private final CardRepository cards;

    Cards(ElderRepository elders, CardRepository cards) {
        this.elders = elders;
        this.cards = cards;
    }

    /// A card of a district.
    ///
    /// @param number the card's number
    /// @param elderId whose it is
    /// @param problem why it is not usable; empty if it is
    public record OfDistrict(CardNumber number, long elderId, Optional<UnusableReason> problem) {}

    /// Hands over the cards of a home district, as they are at an instant, in the order of the
    /// elders. Reads them in portions, so that a change meanwhile may be missing in one list.
    @ReadOnly
    public void ofDistrict(String districtCode, Instant at, Consumer<OfDistrict> taker) {
        var day = BusinessDay.of(at).date();
        for (var portion = elders.ofDistrict(districtCode, 0, PORTION);
                !portion.isEmpty();
                portion = elders.ofDistrict(districtCode, portion.getLast(), PORTION)) {
            for (var card :
                    cards.ofDistrict(
                            districtCode, at, day, portion.getFirst(), portion.getLast())) {
                taker.accept(
                        new OfDistrict(
                                new CardNumber(card.cardNumber()),
                                card.elderId(),
                                card.problem(day)));
            }
        }
    }

    /// Why a card is not usable; the card's own reasons come before the elder's.
    public static Optional<UnusableReason> problem(
            CardState state, Optional<LocalDate> validTo, ElderStatus status, LocalDate day) {
        return switch (state) {
            case LOST -> Optional.of(UnusableReason.CARD_LOST);
            case FROZEN -> Optional.of(UnusableReason.CARD_FROZEN);
            case CANCELLED -> Optional.of(UnusableReason.CARD_CANCELLED);
            case ACTIVE -> {
                if (validTo.isPresent() && day.isAfter(validTo.get())) {
                    yield Optional.of(UnusableReason.CARD_EXPIRED);
                }
                yield status == ElderStatus.ACTIVE
                        ? Optional.empty()
                        : Optional.of(UnusableReason.ELDER_NOT_ACTIVE);
            }
        };
    }
}
