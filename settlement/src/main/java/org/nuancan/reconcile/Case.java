package org.nuancan.reconcile;

import java.time.Instant;
import java.util.Optional;
import org.nuancan.money.Fen;

/// The work of officers on a difference.
///
/// @param left the figures at that time
/// @param explanation empty before it is explained
public record Case(
        State state,
        Fen left,
        Fen right,
        String takenBy,
        Optional<String> explanation,
        Instant changedAt) {

    /// State of a case.
    public enum State {
        /// An officer works on it.
        TAKEN,
        /// The reason is known.
        EXPLAINED,
        /// Nothing is left to do.
        CLOSED
    }

    /// Steps on a difference.
    public enum Step {
        TAKE,
        EXPLAIN,
        CLOSE
    }
}
