package org.nuancan.check;

/// What a finding does to its line.
public enum Severity {
    /// Somebody should look at it.
    NOTE,
    /// The line is withheld until somebody has.
    HOLD
}
