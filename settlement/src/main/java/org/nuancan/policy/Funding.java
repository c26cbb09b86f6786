package org.nuancan.policy;

/// A payer's part of a grant.
///
/// @param payer the payer
/// @param weight 1 or more, in proportion to the other entries of the policy
public record Funding(Payer payer, long weight) {

    /// @throws IllegalArgumentException if `weight` is below 1
    public Funding {
        if (weight < 1) {
            throw new IllegalArgumentException("a weight is 1 or more, not " + weight);
        }
    }
}
