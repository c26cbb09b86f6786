package org.nuancan.payment.answer;

import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.Result.Effect;

/// Effect of a bank's answer on a payment in a state: the table of rules.
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

    /// The step for a payment in state `now`.
    static Step of(PaymentState now, Result answer) {
        if (answer.isReversal()) {
            return new Stay(Effect.CONFLICT);
        }
        if (now.past().contains(answer.outcome())) {
            return new Stay(Effect.REPEATED);
        }
        return now.next().contains(answer.outcome())
                ? new Move(answer.outcome())
                : new Stay(Effect.CONFLICT);
    }

    /// The order in which the answers of one file are applied: unknown ones first, then those that
    /// prevail over the others. So a file has the same effect in any order of its lines, and of
    /// "settled" and "failed" in one file the one that prevents a second payment applies.
    static int rank(Result answer) {
        return switch (answer.outcome()) {
            case UNKNOWN, SENT -> 0;
            case SETTLED -> 1;
            case RETURNED -> 2;
            case FAILED -> 3;
        };
    }
}
