package org.nuancan.sale;

import java.util.List;
import org.nuancan.money.Fen;

/// The items of one order, at the prices in force.
///
/// @param lines in the order of the till, at least one
public record Basket(List<Line> lines) {

    /// One line of a bill.
    ///
    /// @param sku the article
    /// @param name its name when sold
    /// @param quantity 1 to 1000
    /// @param unitPrice the price of one, 0 or more
    /// @param subsidisable whether it is part of the bill that may be subsidised
    /// @param fee whether the deliverer earns it instead of the kitchen
    public record Line(
            String sku,
            String name,
            int quantity,
            Fen unitPrice,
            boolean subsidisable,
            boolean fee) {

        /// A line that the kitchen earns.
        public Line(String sku, String name, int quantity, Fen unitPrice, boolean subsidisable) {
            this(sku, name, quantity, unitPrice, subsidisable, false);
        }

        /// Quantity times price.
        public Fen total() {
            return unitPrice.times(quantity);
        }
    }

    private static final Fen MOST = Fen.of(1_000_000_000);

    /// Copies the lines.
    public Basket {
        lines = List.copyOf(lines);
    }

    /// The sum of all lines, including goods and alcohol.
    public Fen gross() {
        return Fen.sum(lines.stream().map(Line::total).toList());
    }

    /// Whether the gross is more than one order can book: 10^9 fen, the contract's bound of an
    /// amount.
    public boolean isTooLarge() {
        return gross().compareTo(MOST) > 0;
    }

    /// The sum that the deliverer earns.
    public Fen fee() {
        return Fen.sum(lines.stream().filter(Line::fee).map(Line::total).toList());
    }

    /// The part that may be subsidised.
    public Fen bill() {
        return Fen.sum(lines.stream().filter(Line::subsidisable).map(Line::total).toList());
    }
}
