package org.nuancan.ledger.posting;

import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;

/// An amount paid or given back in one tender.
///
/// @param type the tender
/// @param fen more than 0
public record Taken(TenderType type, Fen fen) {

    /// @throws IllegalArgumentException if the amount is not more than 0
    public Taken {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException(
                    "a tender must be more than 0 fen, not " + fen.value());
        }
    }
}
