package org.nuancan.order;

import java.util.Optional;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;

/// What was paid with one means.
///
/// @param type by what means
/// @param fen how much, above 0
/// @param reference the acquirer's, if there is one
public record Tender(TenderType type, Fen fen, Optional<String> reference) {

    /// @throws IllegalArgumentException if nothing is paid
    public Tender {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException("a tender of " + fen);
        }
    }
}
