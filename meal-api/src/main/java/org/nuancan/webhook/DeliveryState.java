package org.nuancan.webhook;

/// State of a delivery.
enum DeliveryState {
    /// Waiting for its first or next try.
    WAITING,
    /// The address answered with a 2xx status.
    DELIVERED,
    /// All tries failed, or the address was removed.
    GIVEN_UP
}
