package org.nuancan.ledger;

import java.util.List;
import java.util.Optional;
import org.nuancan.policy.quote.Refusal;

/// The part of a journal that is on one provider's statement.
///
/// @param journalId the journal
/// @param kind the kind of event it records
/// @param cause the event it was written for
/// @param subject the order, site and district of the journal
/// @param dates its times
/// @param refusalText the refusals as they are hashed, if there are any
/// @param lines in order
public record Entry(
        long journalId,
        JournalKind kind,
        Cause cause,
        Subject subject,
        Dates dates,
        Optional<String> refusalText,
        List<Line> lines) {

    /// A posting with its line number.
    ///
    /// @param number position in the journal, from 1
    public record Line(int number, Posting posting) {}

    /// Receives entries one by one.
    @FunctionalInterface
    public interface Taker {

        /// @throws java.sql.SQLException as the driver throws it
        void take(Entry entry) throws java.sql.SQLException;
    }

    /// The same entry with these lines.
    public Entry with(List<Line> others) {
        return new Entry(journalId, kind, cause, subject, dates, refusalText, others);
    }

    /// The policies that the quote refused.
    public List<Refusal> refusals() {
        return refusalText.map(RefusalText::read).orElse(List.of());
    }
}
