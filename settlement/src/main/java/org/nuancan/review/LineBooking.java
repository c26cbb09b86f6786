package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.LineClaims;
import org.nuancan.ledger.Posting;
import org.nuancan.review.Decisions.Decision;

/// Books what is decided about lines.
@Singleton
final class LineBooking {

    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    LineBooking(Ledger ledger, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /// What payers still bear of a line.
    LineClaims claims(Connection connection, long orderId, long journalId, long providerId)
            throws SQLException {
        var journals = ledger.ofOrder(connection, orderId);
        return LineClaims.of(line(journals, journalId), journals, providerId);
    }

    private static Journal line(List<Journal> journals, long journalId) {
        return journals.stream()
                .filter(journal -> journal.id() == journalId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no journal " + journalId));
    }

    /// Posts what a decision moves, with its line's subject and service date.
    void post(
            Connection connection,
            BusinessDay booking,
            JournalKind kind,
            Decision decision,
            List<Posting> postings)
            throws SQLException {
        var line = line(ledger.ofOrder(connection, decision.orderId()), decision.journalId());
        post(connection, booking, kind, Cause.decision(decision.decisionId()), line, postings);
    }

    /// Posts what happens to a line for another cause.
    void post(
            Connection connection,
            BusinessDay booking,
            JournalKind kind,
            Cause cause,
            Journal line,
            List<Posting> postings)
            throws SQLException {
        ledger.post(
                connection,
                List.of(
                        new Journal(
                                ids.next(),
                                kind,
                                cause,
                                line.subject(),
                                new Dates(line.dates().service(), booking, clock.instant()),
                                List.of(),
                                postings)));
    }
}
