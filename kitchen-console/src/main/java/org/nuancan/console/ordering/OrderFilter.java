package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.Optional;

/// Which orders are wanted; an empty field does not filter.
///
/// @param after the cursor of an earlier answer
public record OrderFilter(
        Optional<String> elderId,
        Optional<LocalDate> date,
        Optional<String> slot,
        Optional<String> state,
        Optional<String> after) {

    /// The orders of one elder.
    static OrderFilter of(String elderId) {
        return new OrderFilter(
                Optional.of(elderId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The first orders of all.
    static OrderFilter none() {
        return new OrderFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
