package org.nuancan.delivery.dispatch;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// Proposed runs. Nothing is stored.
///
/// @param items the runs; each can be sent as it is to `POST /v1/delivery-runs`, without `stops`
/// @param left orders that no rider can carry
/// @param tookMs duration of the computation, in milliseconds
@Introspected
record ProposalResponse(List<ProposedRun> items, List<String> left, long tookMs) {

    /// A proposed run.
    ///
    /// @param orderIds the orders, in the order of delivery
    /// @param stops the same orders with the computed times of arrival
    @Introspected
    record ProposedRun(
            Id siteId,
            LocalDate date,
            Slot slot,
            String riderUsername,
            List<String> orderIds,
            List<ProposedStop> stops) {}

    /// A stop of a proposed run.
    ///
    /// @param plannedAt computed time of arrival
    @Introspected
    record ProposedStop(String orderId, Instant plannedAt) {}
}
