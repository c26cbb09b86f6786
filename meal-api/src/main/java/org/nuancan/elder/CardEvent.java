package org.nuancan.elder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One entry in a card's history. Of the entries whose instant has come the one recorded last
/// holds.
///
/// @param state what the card became
/// @param from since when
/// @param inWriting whether it was requested in writing
/// @param lapse when it stops being so by itself
public record CardEvent(CardState state, Instant from, boolean inWriting, Optional<Lapse> lapse) {

    /// How long a loss that was reported by phone holds.
    static final Duration PHONE_LOSS = Duration.ofDays(5);

    /// The end of a state without a confirmation.
    ///
    /// @param at from this instant on
    /// @param to what the card is then
    public record Lapse(Instant at, CardState to) {}

    /// What follows from a wish to change a card.
    public sealed interface Answer {

        /// It is so already.
        record AsItWas() implements Answer {}

        /// It becomes so.
        record Becomes(CardEvent event) implements Answer {}

        /// A cancelled card stays cancelled.
        record Cancelled() implements Answer {}
    }

    /// A card without a recorded event.
    public static CardEvent issued(Instant at) {
        return new CardEvent(CardState.ACTIVE, at, true, Optional.empty());
    }

    /// The state at an instant, if this entry is the one that holds.
    public CardState at(Instant instant) {
        return lapse.filter(end -> !instant.isBefore(end.at())).map(Lapse::to).orElse(state);
    }

    /// What a wish leads to, if this entry is the one that holds `now`.
    public Answer wish(CardState wanted, boolean written, Instant now) {
        var current = at(now);
        if (current == wanted && !confirmsLoss(current, written)) {
            return new Answer.AsItWas();
        }
        if (current == CardState.CANCELLED) {
            return new Answer.Cancelled();
        }
        // A frozen card whose loss lapses is frozen again, not good.
        var before = current == CardState.LOST ? lapse.map(Lapse::to).orElse(current) : current;
        var end =
                wanted == CardState.LOST && !written
                        ? Optional.of(new Lapse(now.plus(PHONE_LOSS), before))
                        : Optional.<Lapse>empty();
        return new Answer.Becomes(new CardEvent(wanted, now, written, end));
    }

    private boolean confirmsLoss(CardState current, boolean written) {
        return current == CardState.LOST && written && lapse.isPresent();
    }
}
