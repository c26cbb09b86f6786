package org.nuancan.till.offline;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;

/// The result of a receipt.
///
/// @param localId the till's own id of the sale
/// @param outcome whether and how it was booked
/// @param orderId its order; null if it was rejected
/// @param reason why it was rejected, or why less was accepted than was given
@Introspected
record OfflineResult(
        String localId, Outcome outcome, @Nullable Id orderId, @Nullable String reason) {

    static OfflineResult of(
            String localId, Outcome outcome, long orderId, @Nullable String reason) {
        return new OfflineResult(localId, outcome, new Id(orderId), reason);
    }

    static OfflineResult rejected(String localId, String reason) {
        return new OfflineResult(localId, Outcome.REJECTED, null, reason);
    }

    /// The possible results of a receipt.
    enum Outcome {
        /// Booked as it was sold.
        ACCEPTED,
        /// Booked before, under the same local id.
        DUPLICATE,
        /// Booked; part of the given discount is the provider's loss.
        ACCEPTED_LESS,
        /// Stored and listed, but not booked.
        REJECTED
    }
}
