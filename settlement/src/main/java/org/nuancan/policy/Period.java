package org.nuancan.policy;

import java.time.LocalDate;
import java.util.Optional;

/// The days on which a policy is in force, both included.
///
/// @param from the first day
/// @param to the last day; empty: open
public record Period(LocalDate from, Optional<LocalDate> to) {

    /// @throws IllegalArgumentException if `from` is after `to`
    public Period {
        if (to.isPresent() && from.isAfter(to.get())) {
            throw new IllegalArgumentException("%s is after %s".formatted(from, to.get()));
        }
    }

    /// Whether `date` is one of the days.
    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && (to.isEmpty() || !date.isAfter(to.get()));
    }
}
