package org.nuancan.policy.quote;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Grants and refusals of all policies in force for a meal.
///
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param elderPaysFen the gross less all grants to the elder
/// @param grants in the order granted
/// @param refusals sorted by code
public record Quote(
        Fen grossFen, Fen billFen, Fen elderPaysFen, List<Grant> grants, List<Refusal> refusals) {

    /// Copies the lists.
    public Quote {
        grants = List.copyOf(grants);
        refusals = List.copyOf(refusals);
    }

    /// The sum of the grants of one side.
    public Fen granted(Side side) {
        var sum = Fen.ZERO;
        for (var grant : grants) {
            if (grant.side() == side) {
                sum = sum.plus(grant.fen());
            }
        }
        return sum;
    }
}
