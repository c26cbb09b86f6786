package org.nuancan.ledger;

import org.nuancan.money.Fen;

/// What was paid, or is given back, in one way.
///
/// @param type with what
/// @param fen more than 0
public record Taken(TenderType type, Fen fen) {

    /// @throws IllegalArgumentException if nothing is paid
    public Taken {
        if (!fen.isPositive()) {
            throw new IllegalArgumentException("a tender is more than 0 fen, not " + fen.value());
        }
    }
}
