package org.nuancan.welfare;

/// What was found.
enum Found {
    /// All is well.
    WELL,
    /// Away, at kin's or travelling.
    AWAY,
    /// In hospital or an institution.
    IN_INSTITUTION,
    /// Help was needed and given.
    HELPED,
    /// The elder has died.
    DECEASED,
    /// Nobody was found; it is looked for further elsewhere.
    NOT_FOUND,
    /// The meal was handed over after all; nobody had to look.
    MEAL_HANDED_OVER
}
