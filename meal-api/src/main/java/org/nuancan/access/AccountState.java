package org.nuancan.access;

/// Whether somebody can sign in as a user.
public enum AccountState {
    /// Can sign in.
    ACTIVE,
    /// Waits until a second person confirms it.
    PENDING,
    /// Was put out of use.
    DISABLED
}
