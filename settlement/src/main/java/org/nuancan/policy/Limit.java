package org.nuancan.policy;

import java.util.OptionalLong;

/// How often, or how much, a policy may grant in a window.
///
/// @param on over what is counted
/// @param per over which time is counted
/// @param meals how many grants; empty: not asked
/// @param fen how much in all, 0 or more; empty: not asked
public record Limit(LimitOn on, LimitPer per, OptionalLong meals, OptionalLong fen) {

    /// @throws IllegalArgumentException if neither `meals` nor `fen` is given
    public Limit {
        if (meals.isEmpty() && fen.isEmpty()) {
            throw new IllegalArgumentException("a limit needs meals or fen");
        }
    }
}
