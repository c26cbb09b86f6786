package org.nuancan.close;

import jakarta.inject.Singleton;

import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Entries;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.money.Fen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the statement of one provider's day, with its `CLOSE` journal, in one transaction; or
/// parks it with the cause, so that the others go on.
@Singleton
final class ProviderDay {

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Books books;

    /// What is read and written.
    @Singleton
    record Books(Entries entries, Ledger ledger, StatementRows statements, ParkedDays parked) {}

    ProviderDay(Transactions transactions, Ids ids, Clock clock, Books books) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.books = books;
    }

    /// Does nothing if the statement exists.
    void close(long providerId, BusinessDay day) {
        try {
            var statementId = ids.next();
            var journalId = ids.next();
            var waits =
                    transactions.inOne(connection -> {
                        var earlier = books.parked().before(connection, providerId, day);
                        if (earlier.isEmpty()) {
                            make(connection, providerId, day, statementId, journalId);
                        }
                        return earlier;
                    });
            waits.ifPresent(
                    earlier -> park(providerId, day, Parked.Cause.WAITS, "waits for " + earlier));
        } catch (ArithmeticException exception) {
            park(providerId, day, Parked.Cause.SUM_TOO_LARGE, text(exception));
        } catch (IllegalStateException | IllegalArgumentException exception) {
            park(providerId, day, Parked.Cause.BOOKS_UNREADABLE, text(exception));
        } catch (DatabaseFailure failure) {
            if (failure.kind() != DatabaseFailure.Kind.CHECK
                    && failure.kind() != DatabaseFailure.Kind.OTHER) {
                throw failure;
            }
            park(providerId, day, Parked.Cause.REFUSED, text(failure));
        }
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
        books.parked().remove(connection, providerId, day);
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
                footing.content(providerId, day, rows.previousHash(connection, providerId, day));
        return new Statement(
                statementId,
                rows.district(connection, providerId).orElse(footing.payingDistrict()),
                content,
                footing.hash(content),
                StatementState.CALCULATED,
                rows.carried(connection, providerId, day),
                Fen.ZERO,
                1,
                clock.instant());
    }

    /// Brings the day's accounts of the provider to zero: what is left is owed.
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

    private void park(long providerId, BusinessDay day, Parked.Cause cause, String detail) {
        var parked = new Parked(providerId, day, cause, detail);
        var _ =
                transactions.inOne(connection -> {
                    books.parked().park(connection, parked, clock.instant());
                    return parked;
                });
    }

    private static String text(Throwable thrown) {
        var cause = Optional.ofNullable(thrown.getCause());
        return cause.map(inner -> thrown.getMessage() + ": " + inner.getMessage())
                .orElseGet(thrown::toString);
    }
}
