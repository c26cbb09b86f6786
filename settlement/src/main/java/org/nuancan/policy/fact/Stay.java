package org.nuancan.policy.fact;

import java.time.LocalDate;
import java.util.Optional;

/// A stay in an institution or hospital, both days included.
///
/// @param from the first day
/// @param to the last day; empty: still there
public record Stay(LocalDate from, Optional<LocalDate> to) {

    /// Whether `date` falls into the stay.
    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && (to.isEmpty() || !date.isAfter(to.get()));
    }
}
