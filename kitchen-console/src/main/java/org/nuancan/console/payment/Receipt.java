package org.nuancan.console.payment;

import java.time.LocalDate;
import java.util.Optional;

/// Money that came in.
///
/// @param matchedFen what of it pays something that was owed
/// @param unmatchedFen what is left over
public record Receipt(
        String receiptId,
        From from,
        long fen,
        long matchedFen,
        long unmatchedFen,
        LocalDate receivedOn,
        String reference,
        String recordedBy) {

    /// Who paid: a payer of subsidies, a provider, or an acquirer of tenders.
    public record From(
            Optional<String> payer, Optional<String> providerId, Optional<String> tender) {}
}
