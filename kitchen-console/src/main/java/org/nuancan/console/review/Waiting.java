package org.nuancan.console.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// A statement that waits for a level of the review.
///
/// @param level that has to decide next
/// @param since when it came to this level
/// @param workingDays how long it has waited
/// @param due the last day on which the step is in time
public record Waiting(
        String statementId,
        String providerId,
        LocalDate date,
        String state,
        int version,
        long payableFen,
        long heldFen,
        String level,
        OffsetDateTime since,
        int workingDays,
        LocalDate due,
        boolean overdue,
        boolean disputed) {}
