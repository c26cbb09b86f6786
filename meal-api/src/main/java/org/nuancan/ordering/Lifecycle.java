package org.nuancan.ordering;

import org.nuancan.policy.fact.Fulfilment;

/// Rules for the next state of an order. Pure.
///
/// Reports may arrive late and out of order. A late report changes nothing, and a report that
/// arrives early also covers the steps before it. Final states do not change. A failure is
/// provisional until its day is closed; the ledger decides whether it still is.
public final class Lifecycle {

    private Lifecycle() {}

    /// The effect of a step on an order.
    ///
    /// @param fulfilment an order for delivery cannot be collected, and an order for collection
    ///   cannot be delivered
    public static Move next(PreorderState state, StepKind step, Fulfilment fulfilment) {
        return switch (step) {
            case PLACE -> new Move.Stay();
            case ACCEPT -> forward(state, PreorderState.ACCEPTED);
            case PREPARE -> forward(state, PreorderState.PREPARED);
            // Depends on the history: see KitchenUndo.
            case UNACCEPT, UNPREPARE -> new Move.Refused();
            case OUT ->
                    fulfilment == Fulfilment.DELIVERY
                            ? forward(state, PreorderState.OUT)
                            : new Move.Refused();
            case DELIVER ->
                    fulfilment == Fulfilment.DELIVERY
                            ? handOver(state, PreorderState.DELIVERED)
                            : new Move.Refused();
            case COLLECT ->
                    fulfilment == Fulfilment.DELIVERY
                            ? new Move.Refused()
                            : handOver(state, PreorderState.COLLECTED);
            case CANCEL -> cancel(state);
            case FAIL -> fail(state);
        };
    }

    private static Move forward(PreorderState state, PreorderState to) {
        if (state == PreorderState.CANCELLED) {
            return new Move.Refused();
        }
        return state.compareTo(to) < 0 ? new Move.To(to) : new Move.Stay();
    }

    private static Move handOver(PreorderState state, PreorderState to) {
        return switch (state) {
            case PLACED, ACCEPTED, PREPARED, OUT, FAILED -> new Move.To(to);
            case DELIVERED, COLLECTED -> new Move.Stay();
            case CANCELLED -> new Move.Refused();
        };
    }

    private static Move cancel(PreorderState state) {
        return switch (state) {
            case PLACED, ACCEPTED -> new Move.To(PreorderState.CANCELLED);
            case CANCELLED -> new Move.Stay();
            case PREPARED, OUT, DELIVERED, COLLECTED, FAILED -> new Move.Refused();
        };
    }

    private static Move fail(PreorderState state) {
        return switch (state) {
            case PLACED, ACCEPTED, PREPARED, OUT -> new Move.To(PreorderState.FAILED);
            // A hand-over has priority in either order of reports.
            case DELIVERED, COLLECTED, FAILED -> new Move.Stay();
            case CANCELLED -> new Move.Refused();
        };
    }
}
