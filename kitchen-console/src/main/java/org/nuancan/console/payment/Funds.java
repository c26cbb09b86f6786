package org.nuancan.console.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What payers have budgeted, granted and paid in a year.
public record Funds(int year, LocalDate asOf, List<Fund> items) {

    /// One payer's year.
    ///
    /// @param budgetFen what it may spend, if a budget was entered
    /// @param grantedFen granted so far
    /// @param claimedFen claimed by closed days
    /// @param openFen claimed and not yet received
    /// @param forecastFen what the year will come to at this pace
    public record Fund(
            String payer,
            Optional<Long> budgetFen,
            long grantedFen,
            long claimedFen,
            long paidFen,
            long openFen,
            long forecastFen) {

        /// Granted per cent of the budget, if there is one.
        public Optional<Long> percent() {
            return budgetFen.filter(budget -> budget > 0).map(budget -> 100 * grantedFen / budget);
        }
    }
}
