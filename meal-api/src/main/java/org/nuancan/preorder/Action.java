package org.nuancan.preorder;

import java.time.Instant;
import java.util.Optional;
import org.nuancan.http.IdempotencyKey;

/// Who does a step, and when. Sent again with the same id, it counts once.
///
/// @param id 1 to 200 characters, made by the sender; unique within the order
/// @param by the user's name, or the terminal's id
/// @param at when it happened, by the sender's word; what lies in the future counts as now
/// @param note in the sender's words, at most 200 characters
public record Action(String id, String by, Instant at, Optional<String> note) {

    /// An action that came with a key: the keys of several callers do not meet.
    public static Action keyed(IdempotencyKey key, Instant at, Optional<String> note) {
        return new Action(key.caller() + "/" + key.key(), key.caller(), at, note);
    }

    /// An action without more words.
    public static Action of(String id, String by, Instant at) {
        return new Action(id, by, at, Optional.empty());
    }
}
