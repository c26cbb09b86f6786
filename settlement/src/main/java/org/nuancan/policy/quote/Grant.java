package org.nuancan.policy.quote;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Amount that a policy grants on a meal.
///
/// @param code the policy's code
/// @param version the version that was in force
/// @param side the side that receives it
/// @param fen more than 0
/// @param funding parts of the payers; they add up to `fen`
public record Grant(String code, int version, Side side, Fen fen, List<FundingPart> funding) {

    /// Copies the parts.
    public Grant {
        funding = List.copyOf(funding);
    }
}
