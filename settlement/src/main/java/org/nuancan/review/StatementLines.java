package org.nuancan.review;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.StatementStates.Standing;

/// Finds single lines of statements in the books.
@Singleton
final class StatementLines {

    /// A meal on a statement.
    record Line(long journalId, long orderId, Optional<Long> siteId) {}

    private final StatementLineRepository rows;

    StatementLines(StatementLineRepository rows) {
        this.rows = rows;
    }

    /// The line of a journal, if it stands on the statement.
    Optional<Line> ofJournal(Standing statement, long journalId) {
        return rows.ofJournal(statement.date().date(), statement.providerId(), journalId)
                .map(StatementLines::line);
    }

    /// The line of an order, if it stands on the statement.
    Optional<Line> ofOrder(Standing statement, long orderId) {
        return rows.ofOrder(statement.date().date(), statement.providerId(), orderId).stream()
                .findFirst()
                .map(StatementLines::line);
    }

    private static Line line(StatementLineRepository.Meal meal) {
        return new Line(meal.journalId(), meal.orderId(), Optional.ofNullable(meal.siteId()));
    }

    /// The order of a journal.
    OptionalLong orderOf(long journalId) {
        return rows.orderOf(journalId).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
