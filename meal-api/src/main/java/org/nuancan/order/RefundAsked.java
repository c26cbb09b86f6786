package org.nuancan.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// What is to be given back.
///
/// @param siteId the site of the order; only its own till may refund it
/// @param division where the site lies, 9 digits
/// @param orderId the order
/// @param terminal who asks
/// @param reason in the cashier's words
/// @param items which items; empty: all that is left
/// @param at when
public record RefundAsked(
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
