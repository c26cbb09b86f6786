package org.nuancan.ledger;

import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

/// The policy that a posting belongs to.
///
/// @param code the policy's code; for a gap or a failed meal, the code of the reason
/// @param version the version that was in force; for a reason, its own version
/// @param side the side that receives the amount
public record PolicyRef(String code, int version, Side side) {

    /// The policy of a grant, in the version that granted.
    public static PolicyRef of(Grant grant) {
        return new PolicyRef(grant.code(), grant.version(), grant.side());
    }
}
