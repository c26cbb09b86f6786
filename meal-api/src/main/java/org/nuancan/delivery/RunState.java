package org.nuancan.delivery;

/// How far a run has come.
enum RunState {
    /// The rider has not left yet.
    PLANNED,
    /// The rider is on the way.
    OUT,
    /// Nothing is left to be delivered. Final.
    FINISHED,
    /// The carrier did not come. Final.
    NO_SHOW;

    boolean isOpen() {
        return this == PLANNED || this == OUT;
    }
}
