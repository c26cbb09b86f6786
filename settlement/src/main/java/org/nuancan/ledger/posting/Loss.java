package org.nuancan.ledger.posting;

import org.nuancan.ledger.Account;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Amount that an elder does not pay for an order, with the reason and the party that bears it.
///
/// @param fen more than 0
/// @param reason a code of the table of reasons
/// @param version of the reason, counted from 1
/// @param bearer the party that bears it
public record Loss(Fen fen, String reason, int version, Bearer bearer) {

    /// @throws IllegalArgumentException if `fen` is not more than 0
    public Loss {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException(
                    "a loss must be more than 0 fen, not " + fen.value());
        }
    }

    /// The posting of the loss: a payer's part is a claim of the kitchen, with the reason's code in
    /// place of a policy's code.
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
