package org.nuancan.elder.file;

import java.time.Instant;

/// One entry in an elder's history, without personal data.
///
/// @param number counts from 1
/// @param at by business time
/// @param by who
/// @param kind what happened
/// @param fields the names of what changed, or the id and state of a card
public record ElderChange(int number, Instant at, String by, Kind kind, String fields) {

    /// What can happen to an elder's record.
    public enum Kind {
        /// Put on file.
        REGISTERED,
        /// Fields changed.
        CHANGED,
        /// A stay recorded.
        STAY,
        /// A status recorded.
        STATUS,
        /// A card handed out or renewed.
        CARD_ISSUED,
        /// A card's state changed.
        CARD_STATE
    }
}
