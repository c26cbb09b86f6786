package org.nuancan.console.chart;

import java.util.List;
import java.util.Optional;

/// What payers have granted in a year, against their budgets.
public record Spending(int year, List<OfPayer> items) {

    /// A payer's year.
    ///
    /// @param budgetFen what it may spend, if a budget was entered
    /// @param grantedFen granted so far
    /// @param forecastFen what the year comes to at this pace
    public record OfPayer(
            String payer, Optional<Long> budgetFen, long grantedFen, long forecastFen) {

        /// Whether the year comes to more than the budget.
        public boolean isOver() {
            return budgetFen.filter(budget -> budget < forecastFen).isPresent();
        }
    }
}
