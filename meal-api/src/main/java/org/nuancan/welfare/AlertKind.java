package org.nuancan.welfare;

/// Why somebody should look.
enum AlertKind {
    /// Nobody opened when the meal came.
    NO_ANSWER,
    /// Who usually eats has not for two days.
    NOT_EATEN
}
