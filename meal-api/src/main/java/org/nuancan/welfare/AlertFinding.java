package org.nuancan.welfare;

/// Result of a visit.
enum AlertFinding {
    /// The elder is well.
    WELL,
    /// The elder is away, with relatives or travelling.
    AWAY,
    /// The elder is in hospital or an institution.
    IN_INSTITUTION,
    /// Help was needed and given.
    HELPED,
    /// The elder has died.
    DECEASED,
    /// The elder was not found; the search continues elsewhere.
    NOT_FOUND,
    /// The meal was handed over after all; no visit was needed.
    MEAL_HANDED_OVER
}
