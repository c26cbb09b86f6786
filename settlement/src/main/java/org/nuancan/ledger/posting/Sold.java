package org.nuancan.ledger.posting;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.Grant;

/// Amounts of a sale at the till.
///
/// @param gross everything on the bill
/// @param grants as granted, in the order of the quote
/// @param taken the elder's payments by tender
/// @param rounding discount by rounding cash payments, 0 or more
/// @param offlineExcess amount that the till granted above the allowed amount, 0 or more; the
///   provider's loss
public record Sold(
        Fen gross, List<Grant> grants, List<Taken> taken, Fen rounding, Fen offlineExcess) {

    /// @throws IllegalArgumentException if the parts do not add up to the gross
    public Sold {
        grants = List.copyOf(grants);
        taken = List.copyOf(taken);
        if (rounding.isNegative() || offlineExcess.isNegative()) {
            throw new IllegalArgumentException(
                    "rounding %d and excess %d are 0 or more"
                            .formatted(rounding.value(), offlineExcess.value()));
        }
        var parts =
                Fen.sum(taken.stream().map(Taken::fen).toList())
                        .plus(rounding)
                        .plus(offlineExcess)
                        .plus(dinerGrants(grants));
        if (!parts.equals(gross)) {
            throw new IllegalArgumentException(
                    "tenders, rounding, excess and grants come to %d fen, the gross is %d"
                            .formatted(parts.value(), gross.value()));
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
