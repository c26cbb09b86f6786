package org.nuancan.elder;

/// What a card is good for.
public enum CardState {
    /// Good.
    ACTIVE,
    /// Reported lost; by phone only, it lapses.
    LOST,
    /// Stopped by an officer.
    FROZEN,
    /// Gone for good.
    CANCELLED
}
