package org.nuancan.console.api;

import java.time.LocalDate;
import java.util.Optional;

/// Which statements are wanted; what is absent asks nothing.
///
/// @param after the cursor of an earlier answer
public record StatementFilter(
        Optional<LocalDate> date, Optional<String> state, Optional<String> after) {}
