package org.nuancan.console.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A provider's closed day, as the contract names its parts; all sums are net of refunds, in fen.
///
/// @param byFund what each payer bears
/// @param version counts its steps; a step names the one it was decided on
/// @param stateSince when it came into its state
/// @param previousHash the hash of the provider's preceding statement, if there is one
public record Statement(
        String statementId,
        String providerId,
        LocalDate date,
        String state,
        long orders,
        long refunds,
        long grossFen,
        long collectedFen,
        long platformCollectedFen,
        long discountFen,
        long dinerGrantFen,
        long elsewhereFen,
        long incentiveFen,
        long adjustmentFen,
        long payableFen,
        long carriedFen,
        long heldFen,
        List<Grant.Share> byFund,
        String contentHash,
        Optional<String> previousHash,
        int version,
        OffsetDateTime stateSince) {}
