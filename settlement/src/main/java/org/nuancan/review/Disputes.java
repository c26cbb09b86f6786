package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// What providers say is wrong with their statements.
@Singleton
public final class Disputes {

    /// How a dispute ends. A statement never changes: what is upheld is put right by refunds, late
    /// entries, holds and recoveries.
    public enum Verdict {
        UPHELD,
        REJECTED,
        /// By the provider itself.
        WITHDRAWN
    }

    /// A dispute.
    ///
    /// @param journalId the line; empty for an order that the provider misses
    /// @param siteId of the line
    /// @param verdict empty while it is open
    public record Dispute(
            long disputeId,
            long statementId,
            long orderId,
            Optional<Long> journalId,
            Optional<Long> siteId,
            String reason,
            String by,
            Instant at,
            Optional<Verdict> verdict,
            Optional<String> answer,
            Optional<String> resolvedBy,
            Optional<Instant> resolvedAt) {

        /// Whether nobody has answered it.
        public boolean isOpen() {
            return verdict.isEmpty();
        }
    }

    private static final String COLUMNS =
            """
            select dispute_id, statement_id, order_id, journal_id, site_id, reason, raised_by,
                   raised_at, outcome, answer, resolved_by, resolved_at
              from statement_dispute
            """;

    /// The disputes of a statement, oldest first.
    public List<Dispute> of(Connection connection, long statementId) throws SQLException {
        return Sql.on(connection, COLUMNS + " where statement_id = ? order by dispute_id")
                .with(statementId)
                .list(Disputes::read);
    }

    Optional<Dispute> find(Connection connection, long statementId, long disputeId)
            throws SQLException {
        return Sql.on(connection, COLUMNS + " where statement_id = ? and dispute_id = ?")
                .with(statementId, disputeId)
                .first(Disputes::read);
    }

    boolean anyOpen(Connection connection, long statementId) throws SQLException {
        return Sql.on(
                        connection,
                        "select 1 from statement_dispute where statement_id = ? and open = 1")
                .with(statementId)
                .exists();
    }

    boolean isOpen(Connection connection, long statementId, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select 1 from statement_dispute
                         where statement_id = ? and order_id = ? and open = 1
                        """)
                .with(statementId, orderId)
                .exists();
    }

    void open(Connection connection, Dispute dispute) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into statement_dispute
                            (dispute_id, statement_id, order_id, journal_id, site_id, reason,
                             raised_by, raised_at, open)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1)
                        """)
                .with(dispute.disputeId(), dispute.statementId(), dispute.orderId())
                .with(dispute.journalId().orElse(null), dispute.siteId().orElse(null))
                .with(dispute.reason(), dispute.by(), dispute.at())
                .run();
    }

    void close(
            Connection connection,
            Dispute dispute,
            Verdict verdict,
            String answer,
            String by,
            Instant at)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update statement_dispute
                           set open = null, outcome = ?, answer = ?, resolved_by = ?,
                               resolved_at = ?
                         where dispute_id = ? and open = 1
                        """)
                .with(verdict, answer, by, at, dispute.disputeId())
                .run();
    }

    private static Dispute read(Row row) throws SQLException {
        return new Dispute(
                row.number("dispute_id"),
                row.number("statement_id"),
                row.number("order_id"),
                row.maybeNumber("journal_id"),
                row.maybeNumber("site_id"),
                row.text("reason"),
                row.text("raised_by"),
                row.instant("raised_at"),
                row.maybeText("outcome").map(Verdict::valueOf),
                row.maybeText("answer"),
                row.maybeText("resolved_by"),
                row.maybeInstant("resolved_at"));
    }
}
