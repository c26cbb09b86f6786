package org.nuancan.elder.card;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.CardState;
import org.nuancan.http.text.Id;

/// A card, as callers see it.
///
/// @param validTo the last day; null: open
/// @param state as of now
/// @param inWriting whether that state was requested in writing
/// @param lapsesAt when a loss that was reported by phone ends by itself
@Introspected
public record CardAnswer(
        String cardNumber,
        Id elderId,
        CardKind kind,
        @Nullable LocalDate validTo,
        CardState state,
        boolean inWriting,
        @Nullable Instant lapsesAt,
        Instant issuedAt) {

    /// @param event the entry of the card's history that holds at `at`
    public static CardAnswer of(CardEntity card, CardEvent event, Instant at) {
        var lapse = event.lapse().filter(end -> at.isBefore(end.at()));
        return new CardAnswer(
                card.cardNumber(),
                new Id(card.elderId()),
                card.kind(),
                card.validTo(),
                event.at(at),
                event.inWriting(),
                lapse.map(CardEvent.Lapse::at).orElse(null),
                card.issuedAt());
    }
}
