package org.nuancan.console.admin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A day of the books.
///
/// @param state `OPEN`, `CLOSING` or `CLOSED`
/// @param parked providers that could not be closed
public record SettlementDay(
        LocalDate date,
        String state,
        long orders,
        long statements,
        long parked,
        Optional<String> contentHash,
        Optional<OffsetDateTime> closedAt,
        Optional<Long> tookMs) {}
