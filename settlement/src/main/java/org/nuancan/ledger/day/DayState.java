package org.nuancan.ledger.day;

/// State of a day for the close.
public enum DayState {
    /// Journals are booked on it.
    OPEN,
    /// Only the `CLOSE` journals of the day are booked on it.
    CLOSING,
    /// Its statements are made.
    CLOSED
}
