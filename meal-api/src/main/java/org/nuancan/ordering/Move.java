package org.nuancan.ordering;

/// The effect of a step on an order in a state.
public sealed interface Move {

    /// The order changes to another state.
    record To(PreorderState state) implements Move {}

    /// The step is repeated or late and changes nothing.
    record Stay() implements Move {}

    /// The step contradicts earlier steps and is refused.
    record Refused() implements Move {}
}
