package org.nuancan.ledger.posting;

import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

/// Amounts of an order that was paid at the door or the counter.
///
/// @param meal the kitchen's earnings
/// @param fee the delivery provider's earnings
/// @param grants as granted, in the order of the quote
/// @param taken the elder's payments by tender
/// @param gap amount above the agreed price that the elder does not pay
public record Ordered(
        Fen meal, Fen fee, List<Grant> grants, List<Taken> taken, Optional<Loss> gap) {

    /// @throws IllegalArgumentException if the parts do not add up to meal and fee
    public Ordered {
        grants = List.copyOf(grants);
        taken = List.copyOf(taken);
        if (meal.isNegative() || fee.isNegative()) {
            throw new IllegalArgumentException(
                    "meal %d and fee %d are 0 or more".formatted(meal.value(), fee.value()));
        }
        var parts =
                Fen.sum(taken.stream().map(Taken::fen).toList())
                        .plus(gap.map(Loss::fen).orElse(Fen.ZERO))
                        .plus(dinerGrants(grants));
        if (!parts.equals(meal.plus(fee))) {
            throw new IllegalArgumentException(
                    "tenders, gap and grants come to %d fen, meal and fee to %d"
                            .formatted(parts.value(), meal.plus(fee).value()));
        }
    }

    private static Fen dinerGrants(List<Grant> grants) {
        return Fen.sum(
                grants.stream()
                        .filter(grant -> grant.side() == Side.DINER)
                        .map(Grant::fen)
                        .toList());
    }
}
