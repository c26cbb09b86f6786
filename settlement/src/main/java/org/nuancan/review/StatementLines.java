package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Finds single lines of statements in the books.
@Singleton
final class StatementLines {

    /// A meal on a statement.
    record Line(long journalId, long orderId, Optional<Long> siteId) {}

    private static final String LINES =
            """
            select j.journal_id, j.order_id, j.site_id
              from journal j
             where j.kind in ('MEAL', 'FAILED_MEAL')
               and exists (select 1 from posting p
                            where p.booking_date = ? and p.provider_id = ?
                              and p.journal_id = j.journal_id)
            """;

    /// The line of a journal, if it stands on the statement.
    Optional<Line> ofJournal(Connection connection, Standing statement, long journalId)
            throws SQLException {
        return Sql.on(connection, LINES + " and j.journal_id = ?")
                .with(statement.date().date(), statement.providerId(), journalId)
                .first(StatementLines::read);
    }

    /// The line of an order, if it stands on the statement.
    Optional<Line> ofOrder(Connection connection, Standing statement, long orderId)
            throws SQLException {
        return Sql.on(connection, LINES + " and j.order_id = ?")
                .with(statement.date().date(), statement.providerId(), orderId)
                .first(StatementLines::read);
    }

    /// The order of a journal.
    OptionalLong orderOf(Connection connection, long journalId) throws SQLException {
        return Sql.on(connection, "select order_id from journal where journal_id = ?")
                .with(journalId)
                .first(row -> row.maybeNumber("order_id"))
                .flatMap(order -> order)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static Line read(Row row) throws SQLException {
        return new Line(
                row.number("journal_id"), row.number("order_id"), row.maybeNumber("site_id"));
    }
}
