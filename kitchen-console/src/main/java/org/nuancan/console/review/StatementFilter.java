package org.nuancan.console.review;

import java.time.LocalDate;
import java.util.Optional;

/// Which statements are wanted; an empty field does not filter.
///
/// @param after the cursor of an earlier answer
public record StatementFilter(
        Optional<LocalDate> date, Optional<String> state, Optional<String> after) {}
