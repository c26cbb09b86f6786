package org.nuancan.elder.card;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.NewElder.NewCard;
import org.nuancan.elder.NewElder.Written;

/// A row of `card`; its number belongs to one elder for good.
@MappedEntity("card")
public record CardEntity(
        @Id long cardId,
        String cardNumber,
        long elderId,
        CardKind kind,
        @Nullable LocalDate validTo,
        @UtcMicros Instant issuedAt) {

    /// The row of a card that is issued with the change `written`.
    public static CardEntity of(long cardId, long elderId, NewCard card, Written written) {
        return new CardEntity(
                cardId,
                card.number().value(),
                elderId,
                card.kind(),
                card.validTo().orElse(null),
                written.at());
    }
}
