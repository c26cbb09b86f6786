package org.nuancan.ledger;

import java.util.List;
import java.util.Optional;
import org.nuancan.policy.Refusal;

/// What one journal books for one provider: those of its postings that stand on the provider's
/// statement.
///
/// @param journalId the journal
/// @param kind what it records
/// @param cause what it was written for
/// @param subject what it is about
/// @param dates when
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

    /// A posting and where it stands in its journal.
    ///
    /// @param number from 1
    public record Line(int number, Posting posting) {}

    /// Takes entries one after another.
    @FunctionalInterface
    public interface Taker {

        /// @throws java.sql.SQLException as the driver throws it
        void take(Entry entry) throws java.sql.SQLException;
    }

    /// The same entry with these lines.
    Entry with(List<Line> others) {
        return new Entry(journalId, kind, cause, subject, dates, refusalText, others);
    }

    /// What the quote refused.
    public List<Refusal> refusals() {
        return refusalText.map(RefusalText::read).orElse(List.of());
    }
}
