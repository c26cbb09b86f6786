package org.nuancan.ledger;

/// How far the close is with a day.
public enum DayState {
    /// Journals are booked on it.
    OPEN,
    /// Only its own `CLOSE` journals still are.
    CLOSING,
    /// It has its statements.
    CLOSED
}
