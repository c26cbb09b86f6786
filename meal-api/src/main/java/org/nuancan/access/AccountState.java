package org.nuancan.access;

/// Whether a user can sign in.
public enum AccountState {
    /// Can sign in.
    ACTIVE,
    /// Waits until a second person confirms it.
    PENDING,
    /// Was put out of use.
    DISABLED
}
