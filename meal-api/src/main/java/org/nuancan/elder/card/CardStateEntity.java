package org.nuancan.elder.card;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardState;

/// A row of `card_state`: of those whose instant has come the one with the highest number holds.
///
/// @param id with the number of the change about the elder
/// @param lapsesTo the state from `lapsesAt` on; both are null or neither
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("card_state")
public record CardStateEntity(
        @EmbeddedId Key id,
        @UtcMicros Instant fromAt,
        CardState state,
        boolean inWriting,
        @UtcMicros @Nullable Instant lapsesAt,
        @Nullable CardState lapsesTo,
        byte[] sealedReason,
        String setBy) {

    /// The card, and the number of the change that set the state.
    @Embeddable
    public record Key(
            @MappedProperty("card_id") long cardId, @MappedProperty("number") int number) {}

    /// The row of a state that the user `by` sets; its reason is already sealed.
    public static CardStateEntity of(Key id, CardEvent event, byte[] sealedReason, String by) {
        return new CardStateEntity(
                id,
                event.from(),
                event.state(),
                event.inWriting(),
                event.lapse().map(CardEvent.Lapse::at).orElse(null),
                event.lapse().map(CardEvent.Lapse::to).orElse(null),
                sealedReason,
                by);
    }

    CardEvent event() {
        var lapse =
                lapsesAt == null || lapsesTo == null
                        ? Optional.<CardEvent.Lapse>empty()
                        : Optional.of(new CardEvent.Lapse(lapsesAt, lapsesTo));
        return new CardEvent(state, fromAt, inWriting, lapse);
    }
}
