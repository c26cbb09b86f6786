package org.nuancan.policy;

import java.util.List;
import org.nuancan.money.Fen;

/// What a policy grants on a meal.
///
/// @param code the policy's code
/// @param version the version that was in force
/// @param side who gets it
/// @param fen more than 0
/// @param funding who bears it; the parts add up to `fen`
public record Grant(String code, int version, Side side, Fen fen, List<FundingPart> funding) {

    /// Copies the parts.
    public Grant {
        funding = List.copyOf(funding);
    }
}
