package org.nuancan.policy;

import java.util.OptionalLong;

/// A limit on the number or the sum of a policy's grants in a window.
///
/// @param on the subject over which grants are counted
/// @param per the time over which grants are counted
/// @param meals maximum number of grants; empty: no maximum
/// @param fen maximum sum of grants, 0 or more; empty: no maximum
public record Limit(LimitOn on, LimitPer per, OptionalLong meals, OptionalLong fen) {

    /// @throws IllegalArgumentException if neither `meals` nor `fen` is given
    public Limit {
        if (meals.isEmpty() && fen.isEmpty()) {
            throw new IllegalArgumentException("a limit needs meals or fen");
        }
    }
}
