package org.nuancan.sale;

import java.util.Optional;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;

/// An amount that was paid by one means of payment.
///
/// @param type the means of payment
/// @param fen the amount, above 0
/// @param reference the acquirer's, if there is one
public record Tender(TenderType type, Fen fen, Optional<String> reference) {

    /// @throws IllegalArgumentException if the amount is not above 0
    public Tender {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException("a tender of " + fen);
        }
    }
}
