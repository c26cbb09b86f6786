package org.nuancan.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nuancan.money.Fen;

/// Counts and amounts of some meals.
///
/// @param elders distinct elders
/// @param meals meals of elders
/// @param delivered how many of them were delivered
/// @param bill their items that policies look at, after refunds
/// @param elderPays the amount that elders paid for them, other items included, after refunds
/// @param grants the grants for them by payer, after refunds and recoveries
/// @param anonymous sales without an elder, which are not in the other figures
public record Figures(
        long elders,
        long meals,
        long delivered,
        Fen bill,
        Fen elderPays,
        SortedMap<String, Fen> grants,
        Anonymous anonymous) {

    /// Counts and amounts of sales without an elder.
    public record Anonymous(long meals, long delivered, Fen bill, Fen paid) {}

    public Figures {
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
    }

    /// The grants of all payers.
    public Fen granted() {
        return Fen.sum(grants.values());
    }
}
