package org.nuancan.ordering;

import java.time.Instant;
import java.util.Optional;

/// One entry of an order's history.
///
/// @param number from 1, in the order in which they were recorded
/// @param actionId the sender's id of the action
/// @param kind the kind of step
/// @param from the state before; empty for the first
/// @param to the state after; the same if nothing changed
/// @param outcome whether it changed the order
/// @param by the user or terminal
/// @param happenedAt when it happened, as reported by the sender
/// @param recordedAt when it was recorded
/// @param reason the reason of a failure
/// @param note the sender's note
public record Step(
        int number,
        String actionId,
        StepKind kind,
        Optional<PreorderState> from,
        PreorderState to,
        Outcome outcome,
        String by,
        Instant happenedAt,
        Instant recordedAt,
        Optional<String> reason,
        Optional<String> note) {

    /// Effect of a step.
    public enum Outcome {
        /// The step changed the order.
        DONE,
        /// The step was late or repeated.
        UNCHANGED,
        /// The step contradicts earlier steps; it needs manual review.
        REFUSED
    }
}
