package org.nuancan.ordering.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;

/// Rules for taking a kitchen's last step back: only the last step of an order, and within ten
/// minutes. The order then has the state that it had before the step. Pure.
final class KitchenUndo {

    /// How long a step can be taken back.
    static final Duration WITHIN = Duration.ofMinutes(10);

    private KitchenUndo() {}

    /// The effect of taking a step back.
    sealed interface Effect {

        /// The order changes to the state before the step.
        record Back(PreorderState state) implements Effect {}

        /// The step was not taken, or was taken back before.
        record Nothing() implements Effect {}

        /// Another step followed.
        record Refused() implements Effect {}

        /// The step was recorded too long ago.
        record TooLate() implements Effect {}
    }

    /// @param undo `UNACCEPT` or `UNPREPARE`
    /// @param history the steps of the order, oldest first
    static Effect of(StepKind undo, PreorderState state, List<Step> history, Instant now) {
        var reached = undo == StepKind.UNACCEPT ? PreorderState.ACCEPTED : PreorderState.PREPARED;
        if (state.compareTo(reached) < 0) {
            return new Effect.Nothing();
        }
        var undone = undo == StepKind.UNACCEPT ? StepKind.ACCEPT : StepKind.PREPARE;
        var last = standing(history).peekLast();
        if (state != reached || last == null || last.kind() != undone) {
            return new Effect.Refused();
        }
        return last.recordedAt().plus(WITHIN).isBefore(now)
                ? new Effect.TooLate()
                : new Effect.Back(last.from().orElseThrow());
    }

    /// The steps that changed the order and were not taken back.
    private static ArrayDeque<Step> standing(List<Step> history) {
        var standing = new ArrayDeque<Step>();
        for (var step : history) {
            if (step.outcome() != Step.Outcome.DONE) {
                continue;
            }
            if (step.kind() == StepKind.UNACCEPT || step.kind() == StepKind.UNPREPARE) {
                standing.removeLast();
            } else {
                standing.addLast(step);
            }
        }
        return standing;
    }
}
