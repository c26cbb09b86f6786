package org.nuancan.check;

/// Effect of a finding on its line.
public enum Severity {
    /// An officer should look at it.
    NOTE,
    /// The line is withheld until an officer decides.
    HOLD
}
