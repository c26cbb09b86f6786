package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.close.parked.ParkedDays;
import org.nuancan.close.parked.Trouble;
import org.nuancan.close.proof.Footing;
import org.nuancan.close.proof.StatementStore;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.StatementState;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.day.DayState;
import org.nuancan.ledger.reading.Entries;
import org.nuancan.money.Fen;
import org.nuancan.place.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the statement of one provider's day, with its `CLOSE` journal, in one transaction. On a
/// failure it parks the provider with the cause, so that the close goes on with the others.
///
/// If the day is closed already, the same transaction updates the day's totals.
@Singleton
final class ProviderDay {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDay.class);

    /// A failure counts only if it happens again on another connection.
    private static final int TRIES = 2;

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Books books;

    /// The repositories that are read and written.
    @Singleton
    record Books(
            Entries entries,
            Ledger ledger,
            StatementStore statements,
            ProviderChain chain,
            ParkedDays parked,
            Day day) {}

    /// The day's state and totals, and the districts of providers.
    @Singleton
    record Day(BookingDays days, DayFooting footing, Places places) {}

    ProviderDay(Transactions transactions, Ids ids, Clock clock, Books books) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.books = books;
    }

    /// Does nothing if the statement exists. A repeated failure parks the provider, unless the
    /// failure affects all providers.
    ///
    /// @throws RuntimeException a failure that affects all providers; no provider is parked for it
    void close(long providerId, BusinessDay day) {
        for (var tries = 1; ; tries++) {
            try {
                makeOrWait(providerId, day);
                return;
            } catch (RuntimeException failure) {
                if (tries == TRIES) {
                    parkUnlessEverybodys(providerId, day, failure);
                    return;
                }
            }
        }
    }

    private void makeOrWait(long providerId, BusinessDay day) {
        var statementId = ids.next();
        var journalId = ids.next();
        var _ =
                transactions.inOne(connection -> {
                    var state = state(connection, day);
                    var earlier = books.parked().before(providerId, day);
                    if (earlier.isPresent()) {
                        books.parked()
                                .park(
                                        Trouble.waits(providerId, day, earlier.get()),
                                        clock.instant());
                    } else {
                        make(connection, providerId, day, statementId, journalId);
                        if (state == DayState.CLOSED) {
                            var _ = books.day().footing().keep(connection, day);
                        }
                    }
                    return state;
                });
    }

    private DayState state(Connection connection, BusinessDay day) throws SQLException {
        var state = books.day().days().lockUnlessClosed(connection, day);
        if (state == DayState.OPEN) {
            throw new IllegalStateException("the close of " + day + " has not begun");
        }
        return state;
    }

    private void parkUnlessEverybodys(long providerId, BusinessDay day, RuntimeException failure) {
        if (Trouble.isEverybodys(failure)) {
            throw failure;
        }
        LOG.error("provider {} is parked on {}", providerId, day, failure);
        var parked = Trouble.parked(providerId, day, failure);
        var _ =
                transactions.inOne(_ -> {
                    books.parked().park(parked, clock.instant());
                    return parked;
                });
    }

    private void make(
            Connection connection,
            long providerId,
            BusinessDay day,
            long statementId,
            long journalId)
            throws SQLException {
        if (!books.statements().exists(connection, providerId, day)) {
            var footing = new Footing();
            books.entries().each(connection, day, providerId, footing::take);
            var statement = statement(connection, providerId, day, statementId, footing);
            books.statements()
                    .insert(connection, statement, footing.linesBySite(), statement.since());
            books.ledger().post(connection, closing(statement, footing, journalId));
        }
        books.parked().remove(providerId, day);
    }

    private Statement statement(
            Connection connection,
            long providerId,
            BusinessDay day,
            long statementId,
            Footing footing)
            throws SQLException {
        var rows = books.statements();
        var content =
                footing.content(providerId, day, books.chain().end(connection, providerId, day));
        return new Statement(
                statementId,
                books.day().places().districtOf(providerId).orElse(footing.payingDistrict()),
                content,
                footing.hash(content),
                StatementState.CALCULATED,
                rows.carried(connection, providerId, day),
                Fen.ZERO,
                1,
                clock.instant());
    }

    /// Brings the day's accounts of the provider to zero; the remainder is owed.
    private List<Journal> closing(Statement statement, Footing footing, long journalId) {
        var provider = statement.content().providerId();
        var sums = statement.content().sums();
        var postings = new ArrayList<Posting>();
        add(postings, new Account.Earned(provider), sums.gross().plus(sums.incentive()));
        add(postings, new Account.Till(provider), sums.collected().negated());
        add(postings, new Account.Discount(provider), sums.discount().negated());
        add(postings, new Account.Adjust(provider), sums.adjustment());
        add(postings, new Account.Payable(provider), sums.payable().negated());
        if (postings.isEmpty()) {
            return List.of();
        }
        var day = statement.content().date();
        return List.of(
                new Journal(
                        journalId,
                        JournalKind.CLOSE,
                        Cause.statement(statement.id()),
                        Subject.district(footing.payingDistrict()),
                        new Dates(day, day, clock.instant()),
                        List.of(),
                        postings));
    }

    private static void add(List<Posting> postings, Account account, Fen fen) {
        if (!fen.isZero()) {
            postings.add(Posting.of(0, account, fen));
        }
    }
}
