package org.nuancan.ordering;

/// State of an order.
public enum PreorderState {
    /// Ordered; limits and portions are reserved.
    PLACED,
    /// The kitchen will cook it.
    ACCEPTED,
    /// Cooked and packed.
    PREPARED,
    /// On its way.
    OUT,
    /// Handed over at the door and captured. Final.
    DELIVERED,
    /// Handed over at the counter and captured. Final.
    COLLECTED,
    /// Cancelled before it was cooked. Final.
    CANCELLED,
    /// Not handed over. Until its day is closed a proof of hand-over reverses it; then final.
    FAILED;

    /// Whether it is still to be cooked or handed over.
    public boolean isOpen() {
        return switch (this) {
            case PLACED, ACCEPTED, PREPARED, OUT -> true;
            case DELIVERED, COLLECTED, CANCELLED, FAILED -> false;
        };
    }

    /// Whether it was captured.
    public boolean isCaptured() {
        return this == DELIVERED || this == COLLECTED;
    }
}
