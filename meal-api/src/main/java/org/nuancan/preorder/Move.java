package org.nuancan.preorder;

/// What a step does to an order in a state.
sealed interface Move {

    /// It brings the order further.
    record To(PreorderState state) implements Move {}

    /// It comes twice or too late and changes nothing.
    record Stay() implements Move {}

    /// It contradicts what has happened.
    record Refused() implements Move {}
}
