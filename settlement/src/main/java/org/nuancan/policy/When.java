package org.nuancan.policy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Slot;

/// The meals of the day and the dates on which a policy grants.
///
/// @param slots empty: all
/// @param weekdays empty: all
/// @param calendar days by the state calendar with its moved working days
public record When(
        Optional<List<Slot>> slots, Optional<List<DayOfWeek>> weekdays, CalendarDays calendar) {

    /// Copies the lists.
    public When {
        slots = slots.map(List::copyOf);
        weekdays = weekdays.map(List::copyOf);
    }

    /// A kind of day of the state calendar.
    public enum CalendarDays {
        /// Every day.
        ANY,
        /// Working days.
        WORKDAY,
        /// Days that are not working days.
        RESTDAY
    }
}
