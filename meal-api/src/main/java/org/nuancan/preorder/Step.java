package org.nuancan.preorder;

import java.time.Instant;
import java.util.Optional;

/// One entry of an order's history.
///
/// @param number from 1, in the order in which they were recorded
/// @param actionId the sender's id of it
/// @param kind what was done
/// @param from the state before; empty for the first
/// @param to the state after; the same if nothing changed
/// @param outcome whether it changed anything
/// @param by who
/// @param happenedAt when, by the sender's word
/// @param recordedAt when it was recorded
/// @param reason of a failure
/// @param note in the sender's words
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

    /// Whether a step changed anything.
    public enum Outcome {
        /// It did.
        DONE,
        /// It was late or said the same again.
        UNCHANGED,
        /// It contradicts what has happened; somebody has to look.
        REFUSED
    }
}
