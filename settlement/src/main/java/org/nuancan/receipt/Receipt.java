package org.nuancan.receipt;

import org.nuancan.money.Fen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Money on record.
///
/// @param matched what of it has paid something; the rest is money in advance
/// @param matches what it paid, oldest first
public record Receipt(
        long receiptId,
        String districtCode,
        Source from,
        Fen fen,
        Fen matched,
        LocalDate receivedOn,
        String reference,
        String recordedBy,
        Instant recordedAt,
        List<Match> matches) {

    /// What it paid.
    ///
    /// @param fen above 0
    public record Match(Subject subject, Fen fen) {}

    /// What became of the wish to record money.
    public sealed interface Outcome {

        /// On record, booked and matched.
        record Recorded(Receipt receipt) implements Outcome {}

        /// The reference counts already in this district.
        record ReferenceUsed(long receiptId) implements Outcome {}

        /// A provider pays in no more than it owes.
        ///
        /// @param owed what it owes, 0 or more
        record MoreThanOwed(Fen owed) implements Outcome {}
    }
}
