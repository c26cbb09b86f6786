package org.nuancan.welfare;

/// State of an alert.
enum AlertState {
    OPEN,
    TAKEN,
    CLOSED
}
