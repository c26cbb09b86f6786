package org.nuancan.ledger;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Refusal;

/// Postings that sum to zero: the effect of one event on the books. Never changed after it is
/// written.
///
/// @param id from `db.Ids`
/// @param kind the kind of event it records
/// @param cause the event it was written for
/// @param subject the order, site and district of the journal
/// @param dates its times
/// @param refusals of a `MEAL`: the policies that the quote refused, for the lines of the statement
/// @param postings line 1 first; empty for an order without an amount
public record Journal(
        long id,
        JournalKind kind,
        Cause cause,
        Subject subject,
        Dates dates,
        List<Refusal> refusals,
        List<Posting> postings) {

    /// @throws IllegalArgumentException if the postings do not sum to zero, or a posting is on a
    ///   statement although this kind of journal does not enter statements
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
