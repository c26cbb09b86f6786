package org.nuancan.statistics;

import org.nuancan.money.Fen;

/// The comparison of a statistic with the ledger.
///
/// @param counted the grants for the counted meals
/// @param booked the grants that the ledger holds for the same sites and service dates, summed
///   without the orders
public record LedgerFooting(Fen counted, Fen booked) {

    /// Whether both are equal.
    public boolean foots() {
        return counted.equals(booked);
    }
}
