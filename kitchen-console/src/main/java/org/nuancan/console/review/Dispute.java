package org.nuancan.console.review;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A provider's objection to the treatment of one order.
///
/// @param verdict `UPHELD`, `REJECTED` or `WITHDRAWN`, once it is answered
public record Dispute(
        String disputeId,
        String orderId,
        String reason,
        String by,
        OffsetDateTime at,
        Optional<String> verdict,
        Optional<String> answer,
        Optional<String> resolvedBy) {}
