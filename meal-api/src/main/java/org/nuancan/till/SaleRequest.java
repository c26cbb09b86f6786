package org.nuancan.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Sale;

/// A sale or quote that a till requests; live sales, quotes and uploaded receipts are all read into
/// this type.
///
/// @param orderId the id the order will have
/// @param till the terminal and its site
/// @param credential the diner's credential; empty for a sale at the full price without an elder
/// @param meal slot, fulfilment and time of the meal
/// @param items the articles to sell
/// @param payment how the order is paid
public record SaleRequest(
        long orderId,
        TillSite till,
        Optional<Credential> credential,
        Meal meal,
        List<ItemBody> items,
        Sale.Payment payment) {

    /// The slot of the meal, and when it is sold.
    public record Meal(
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant at,
            Optional<String> shiftId,
            Optional<Long> sequence) {}

    /// Copies the items.
    public SaleRequest {
        items = List.copyOf(items);
    }
}
