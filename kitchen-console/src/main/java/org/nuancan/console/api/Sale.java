package org.nuancan.console.api;

import java.time.OffsetDateTime;

/// A sale or a refund as it comes in over the live stream.
///
/// @param type `SALE` or `REFUND`
/// @param slot which meal of the day
/// @param grossFen everything on the bill; of a refund, what was given back
/// @param at when it was made
public record Sale(
        String type, String orderId, String siteId, String slot, long grossFen, OffsetDateTime at) {

    /// Whether something was given back.
    public boolean isRefund() {
        return type.equals("REFUND");
    }
}
