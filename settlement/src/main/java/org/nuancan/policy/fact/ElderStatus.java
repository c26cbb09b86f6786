package org.nuancan.policy.fact;

/// Whether an elder takes part.
public enum ElderStatus {
    /// Takes part.
    ACTIVE,
    /// Suspended by an officer.
    SUSPENDED,
    /// Dead; from the day of death on, that day included.
    DECEASED,
    /// Moved out of the area.
    MOVED_AWAY
}
