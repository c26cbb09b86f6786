package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.List;
import org.nuancan.console.api.Grant;

/// The meals of an elder in a month.
///
/// @param month as `2026-11`
/// @param paidFen what the elder paid
/// @param grantedFen what was granted to the elder
public record EatenMeals(String month, List<Eaten> meals, long paidFen, long grantedFen) {

    private static final String DINER = "DINER";

    /// One meal.
    public record Eaten(
            LocalDate serviceDate,
            String slot,
            String siteId,
            long grossFen,
            long elderPaysFen,
            List<Grant> grants,
            long refundedFen) {

        /// What was granted to the elder.
        public long grantedFen() {
            return grants.stream()
                    .filter(grant -> grant.side().equals(DINER))
                    .mapToLong(Grant::fen)
                    .reduce(0, Math::addExact);
        }
    }

    /// A month without meals.
    static EatenMeals none(String month) {
        return new EatenMeals(month, List.of(), 0, 0);
    }
}
