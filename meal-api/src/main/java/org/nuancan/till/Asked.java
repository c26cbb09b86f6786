package org.nuancan.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.elder.Credential;
import org.nuancan.order.Sale;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Slot;

/// What a till asks, whichever door it came through.
///
/// @param orderId the id the order will have
/// @param till the terminal and its site
/// @param credential who eats; empty: anybody, at the full price
/// @param meal which meal
/// @param items what is sold
/// @param payment how it is paid
record Asked(
        long orderId,
        TillSite till,
        Optional<Credential> credential,
        Meal meal,
        List<ItemBody> items,
        Sale.Payment payment) {

    /// Which meal, sold when.
    record Meal(
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant at,
            Optional<String> shiftId,
            Optional<Long> sequence) {}

    /// Copies the items.
    Asked {
        items = List.copyOf(items);
    }
}
