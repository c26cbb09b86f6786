package org.nuancan.console.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One journal on a statement: a meal, a refund, a recovery.
///
/// @param kind `MEAL`, `REFUND`, …
/// @param receiptNumber of the order it belongs to
/// @param siteName where it was
/// @param serviceDate the day it was eaten, which may be before the statement's
/// @param grants what each policy gave; negative on a refund
/// @param refusals which policies gave nothing, and why
public record StatementLine(
        String journalId,
        String kind,
        Optional<String> orderId,
        Optional<String> receiptNumber,
        Optional<String> siteName,
        LocalDate serviceDate,
        long grossFen,
        long collectedFen,
        long platformCollectedFen,
        long discountFen,
        long dinerGrantFen,
        long incentiveFen,
        long adjustmentFen,
        List<Grant> grants,
        List<Refusal> refusals) {}
