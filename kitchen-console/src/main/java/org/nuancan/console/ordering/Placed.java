package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Problem;

/// What placing orders for several days led to, day by day.
public record Placed(String elderId, List<Day> days) {

    /// One day.
    ///
    /// @param order what was placed, if it was
    /// @param refusal why it was not
    public record Day(LocalDate date, Optional<Order> order, Optional<Problem> refusal) {}

    /// Days on which an order was placed.
    public long count() {
        return days.stream().filter(day -> day.order().isPresent()).count();
    }

    /// Whether a day was refused for a reason that the desk may accept.
    public boolean needsConsent() {
        return days.stream()
                .flatMap(day -> day.refusal().stream())
                .anyMatch(problem -> problem.is("ALLERGEN") || problem.is("DIET"));
    }
}
