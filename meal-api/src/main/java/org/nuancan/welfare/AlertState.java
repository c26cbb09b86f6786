package org.nuancan.welfare;

/// How far an alert has come.
enum AlertState {
    OPEN,
    TAKEN,
    CLOSED
}
