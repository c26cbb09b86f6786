package org.nuancan.delivery;

/// State of a run.
public enum RunState {
    /// The rider has not left yet.
    PLANNED,
    /// The rider has left.
    OUT,
    /// No order is left to deliver. Final.
    FINISHED,
    /// The carrier did not come. Final.
    NO_SHOW,
    /// The dispatcher cancelled it before the rider left; its orders are on no run. Final.
    CANCELLED;

    /// Whether the run is not in a final state.
    public boolean isOpen() {
        return this == PLANNED || this == OUT;
    }
}
