package org.nuancan.ledger;

import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// What an elder does not pay for an order, why, and who bears it.
///
/// @param fen more than 0
/// @param reason a code of the table of reasons
/// @param version of the reason, counted from 1
/// @param bearer who bears it
public record Loss(Fen fen, String reason, int version, Bearer bearer) {

    /// @throws IllegalArgumentException if nothing is lost
    public Loss {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException("a loss is more than 0 fen, not " + fen.value());
        }
    }

    /// Where it is booked: a payer's part as a claim of the kitchen, with the reason's code for the
    /// policy's.
    Posting posting(Parties parties) {
        return switch (bearer) {
            case Bearer.Kitchen() -> onDiscount(parties.kitchen());
            case Bearer.Deliverer() -> onDiscount(parties.deliverer());
            case Bearer.Payer(var payer) ->
                    Posting.of(parties.kitchen(), new Account.Claim(payer), fen, reason)
                            .under(new PolicyRef(reason, version, Side.DINER));
        };
    }

    private Posting onDiscount(long providerId) {
        return Posting.of(providerId, new Account.Discount(providerId), fen, reason);
    }
}
