package org.nuancan.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.money.Fen;

/// Recorded money.
///
/// @param matched part that has paid debts; the rest is money in advance
/// @param matches the paid debts, oldest first
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

    /// A debt that it paid.
    ///
    /// @param fen above 0
    public record Match(Subject subject, Fen fen) {}

    /// Outcome of a request to record money.
    public sealed interface Outcome {

        /// The money is recorded, booked and matched.
        record Recorded(Receipt receipt) implements Outcome {}

        /// The reference is used already in this district.
        record ReferenceUsed(long receiptId) implements Outcome {}

        /// The amount is more than the provider owes.
        ///
        /// @param owed amount that it owes, 0 or more
        record MoreThanOwed(Fen owed) implements Outcome {}
    }
}
