package org.nuancan.till;

import com.github.f4b6a3.tsid.Tsid;
import java.util.Optional;

/// The number on a receipt: the order's id in Crockford's base 32, 13 characters without I, L, O,
/// U, so that it can be read out over a counter.
public final class ReceiptNumber {

    private ReceiptNumber() {}

    /// The number for an order id; [#orderId] is the inverse.
    public static String of(long orderId) {
        return Tsid.from(orderId).toString();
    }

    /// The order id of a receipt's number; empty if the text is not such a number.
    public static Optional<Long> orderId(String text) {
        return Tsid.isValid(text) ? Optional.of(Tsid.from(text).toLong()) : Optional.empty();
    }
}
