package org.nuancan.webhook;

/// What became of a delivery.
enum DeliveryState {
    /// It is tried, or will be again.
    WAITING,
    /// The address answered with a 2xx status.
    DELIVERED,
    /// It was tried as often as is done, or the address was taken off the file.
    GIVEN_UP
}
