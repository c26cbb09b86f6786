package org.nuancan.ordering;

import java.time.Instant;
import java.util.Optional;
import org.nuancan.http.idempotency.IdempotencyKey;

/// The author and time of a step. An action sent again with the same id counts once.
///
/// @param id 1 to 200 characters, made by the sender; unique within the order
/// @param by the user's name, or the terminal's id
/// @param at when it happened, as reported by the sender; a time in the future counts as now
/// @param note the sender's note, at most 200 characters
public record Action(String id, String by, Instant at, Optional<String> note) {

    /// An action with an idempotency key. The keys of different callers do not collide.
    public static Action keyed(IdempotencyKey key, Instant at, Optional<String> note) {
        return new Action(key.caller() + "/" + key.key(), key.caller(), at, note);
    }

    /// An action without a note.
    public static Action of(String id, String by, Instant at) {
        return new Action(id, by, at, Optional.empty());
    }
}
