package org.nuancan.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.posting.LineClaims;
import org.nuancan.review.step.Decisions.Decision;

/// Books decisions about lines.
@Singleton
final class LineBooking {

    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;
    private final Transactions transactions;

    LineBooking(Ledger ledger, Ids ids, Clock clock, Transactions transactions) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// The amounts that payers still bear of a line.
    LineClaims claims(long orderId, long journalId, long providerId) {
        var journals = journals(orderId);
        return LineClaims.of(line(journals, journalId), journals, providerId);
    }

    private List<Journal> journals(long orderId) {
        return transactions.inOne(connection -> ledger.ofOrder(connection, orderId));
    }

    private static Journal line(List<Journal> journals, long journalId) {
        return journals.stream()
                .filter(journal -> journal.id() == journalId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no journal " + journalId));
    }

    /// Posts the postings of a decision, with its line's subject and service date.
    void post(BusinessDay booking, JournalKind kind, Decision decision, List<Posting> postings) {
        var line = line(journals(decision.orderId()), decision.journalId());
        post(booking, kind, Cause.decision(decision.decisionId()), line, postings);
    }

    /// Posts the postings of another event on a line.
    void post(
            BusinessDay booking,
            JournalKind kind,
            Cause cause,
            Journal line,
            List<Posting> postings) {
        var journals =
                List.of(
                        new Journal(
                                ids.next(),
                                kind,
                                cause,
                                line.subject(),
                                new Dates(line.dates().service(), booking, clock.instant()),
                                List.of(),
                                postings));
        var _ =
                transactions.inOne(connection -> {
                    ledger.post(connection, journals);
                    return journals;
                });
    }
}
