package org.nuancan.ledger;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.policy.Refusal;

/// Postings that sum to zero: what one event did to the books. Never changed once it is written.
///
/// @param id from `db.Ids`
/// @param kind what it records
/// @param cause what it was written for
/// @param subject what it is about
/// @param dates when
/// @param refusals of a `MEAL`: what the quote refused, for the lines of the statement
/// @param postings line 1 first; none for an order of nothing
public record Journal(
        long id,
        JournalKind kind,
        Cause cause,
        Subject subject,
        Dates dates,
        List<Refusal> refusals,
        List<Posting> postings) {

    /// @throws IllegalArgumentException if the postings do not sum to zero, or a posting stands on
    ///   a statement that this kind of journal does not enter
    /// @throws ArithmeticException if their sum does not fit into a long
    public Journal {
        refusals = List.copyOf(refusals);
        postings = List.copyOf(postings);
        var sum = Fen.sum(postings.stream().map(Posting::fen).toList());
        if (!sum.isZero()) {
            throw new IllegalArgumentException(
                    "journal %d (%s) sums to %d fen, not 0: %s"
                            .formatted(id, kind, sum.value(), postings));
        }
        var onStatement = postings.stream().anyMatch(posting -> posting.providerId() != 0);
        if (onStatement && !kind.entersStatements()) {
            throw new IllegalArgumentException(
                    "journal %d (%s) enters no statement, its postings name a provider"
                            .formatted(id, kind));
        }
    }
}
