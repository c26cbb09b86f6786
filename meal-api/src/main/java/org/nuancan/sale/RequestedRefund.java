package org.nuancan.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// A request for a refund.
///
/// @param siteId the site of the order; only its own till may refund it
/// @param division the division of the site, 9 digits
/// @param orderId the order
/// @param terminal the terminal that requests it
/// @param reason in the cashier's words
/// @param items the items to refund; empty: all that is left
/// @param at the time of the request
public record RequestedRefund(
        long siteId,
        String division,
        long orderId,
        String terminal,
        String reason,
        Optional<List<Item>> items,
        Instant at) {

    /// How many of an article.
    ///
    /// @param unitPrice needed if the article was sold at several prices
    public record Item(String sku, int quantity, Optional<Fen> unitPrice) {}
}
