package org.nuancan.console.street;

import java.util.List;
import java.util.Optional;

/// Alerts of one state.
///
/// @param state which state is shown
/// @param next the address of what follows, if anything does
public record AlertList(String state, List<Alert> items, Optional<String> next) {

    /// The states of an alert, in order.
    public static final List<String> STATES = List.of("OPEN", "TAKEN", "CLOSED");
}
