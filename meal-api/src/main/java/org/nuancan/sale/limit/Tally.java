package org.nuancan.sale.limit;

import org.nuancan.money.Fen;

/// The number of grants, and their sum.
///
/// @param meals grants that count
/// @param fen less what was given back
public record Tally(long meals, Fen fen) {

    public static final Tally NOTHING = new Tally(0, Fen.ZERO);

    /// The sum of both.
    ///
    /// @throws ArithmeticException if the number or the sum does not fit into a long
    public Tally plus(Tally other) {
        return new Tally(Math.addExact(meals, other.meals), fen.plus(other.fen));
    }

    Tally less(Tally other) {
        return new Tally(Math.subtractExact(meals, other.meals), fen.minus(other.fen));
    }
}
