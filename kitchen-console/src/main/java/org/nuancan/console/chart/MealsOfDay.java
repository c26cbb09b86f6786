package org.nuancan.console.chart;

import java.time.LocalDate;

/// What was sold and granted on a booking day.
///
/// @param key the day
public record MealsOfDay(LocalDate key, long orders, long grossFen, long dinerGrantFen) {

    /// A day without meals.
    static MealsOfDay none(LocalDate day) {
        return new MealsOfDay(day, 0, 0, 0);
    }
}
