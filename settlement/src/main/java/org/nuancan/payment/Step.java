package org.nuancan.payment;

import org.nuancan.payment.Result.Effect;

/// What an answer of the bank does to a payment in a state: the table of rules.
///
/// | answer \ state | SENT | UNKNOWN | SETTLED | FAILED | RETURNED |
/// | --- | --- | --- | --- | --- | --- |
/// | UNKNOWN | → UNKNOWN | repeated | conflict | conflict | conflict |
/// | SETTLED | → SETTLED | → SETTLED | repeated | conflict | repeated |
/// | FAILED | → FAILED | → FAILED | conflict | repeated | repeated |
/// | RETURNED | → RETURNED | → RETURNED | → RETURNED | → RETURNED | repeated |
/// | a reversed return | conflict | conflict | conflict | conflict | conflict |
sealed interface Step {

    /// The payment moves.
    record Move(PaymentState to) implements Step {}

    /// The payment stays as it is.
    record Stay(Effect effect) implements Step {}

    /// The step of a payment in state `now`.
    static Step of(PaymentState now, Result told) {
        if (told.isReversal()) {
            return new Stay(Effect.CONFLICT);
        }
        if (now.past().contains(told.outcome())) {
            return new Stay(Effect.REPEATED);
        }
        return now.next().contains(told.outcome())
                ? new Move(told.outcome())
                : new Stay(Effect.CONFLICT);
    }

    /// In which order the answers of one file are taken: what is not known first, then what holds
    /// against the rest. So a file means the same in any order of its lines, and of "settled" and
    /// "failed" in one file the one counts that pays nothing again.
    static int rank(Result told) {
        return switch (told.outcome()) {
            case UNKNOWN, SENT -> 0;
            case SETTLED -> 1;
            case RETURNED -> 2;
            case FAILED -> 3;
        };
    }
}
