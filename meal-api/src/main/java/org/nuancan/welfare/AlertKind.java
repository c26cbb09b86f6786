package org.nuancan.welfare;

/// Reasons for an alert.
enum AlertKind {
    /// The elder did not open the door for a meal.
    NO_ANSWER,
    /// An elder who usually eats has not eaten for two days.
    NOT_EATEN
}
