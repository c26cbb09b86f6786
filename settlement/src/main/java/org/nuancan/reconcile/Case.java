package org.nuancan.reconcile;

import org.nuancan.money.Fen;

import java.time.Instant;
import java.util.Optional;

/// What people have done about a difference.
///
/// @param left the figures when they did
/// @param explanation none while it is only taken
public record Case(
        State state,
        Fen left,
        Fen right,
        String takenBy,
        Optional<String> explanation,
        Instant changedAt) {

    /// How far it is.
    public enum State {
        /// Somebody looks into it.
        TAKEN,
        /// It is known why.
        EXPLAINED,
        /// Nothing more is to be done.
        CLOSED
    }

    /// What may be done to a difference.
    public enum Step {
        TAKE,
        EXPLAIN,
        CLOSE
    }
}
