package org.nuancan.review;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.ledger.reading.MealJournals;

/// Finds single lines of statements in the books.
@Singleton
final class StatementLines {

    /// A meal on a statement.
    record Line(long journalId, long orderId, Optional<Long> siteId) {}

    private final MealJournals journals;

    StatementLines(MealJournals journals) {
        this.journals = journals;
    }

    /// The line of a journal, if it is on the statement.
    Optional<Line> ofJournal(Standing statement, long journalId) {
        return journals.find(statement.date(), statement.providerId(), journalId)
                .map(StatementLines::line);
    }

    /// The line of an order, if it is on the statement.
    Optional<Line> ofOrder(Standing statement, long orderId) {
        return journals.findOfOrder(statement.date(), statement.providerId(), orderId)
                .map(StatementLines::line);
    }

    private static Line line(MealJournals.MealJournal meal) {
        return new Line(meal.journalId(), meal.orderId(), meal.siteId());
    }

    /// The order of a journal.
    OptionalLong orderOf(long journalId) {
        return journals.orderOf(journalId).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
