package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// Lines withheld and lines recovered, as they stand.
@Singleton
public final class Decisions {

    /// What became of a line.
    public enum State {
        HELD,
        GENUINE,
        RECOVERED
    }

    /// A decision about a line.
    ///
    /// @param fen what was withheld or recovered
    /// @param left what of a hold is neither found genuine nor recovered yet
    public record Decision(
            long decisionId,
            long statementId,
            long journalId,
            long providerId,
            long orderId,
            Optional<Long> siteId,
            State state,
            Fen fen,
            Fen left) {}

    private static final String COLUMNS =
            """
            select decision_id, statement_id, journal_id, provider_id, order_id, site_id, state,
                   fen, left_fen
              from line_decision
            """;

    /// The decisions about lines of a statement, oldest first.
    public List<Decision> of(Connection connection, long statementId) throws SQLException {
        return Sql.on(connection, COLUMNS + " where statement_id = ? order by decision_id")
                .with(statementId)
                .list(Decisions::read);
    }

    List<Decision> ofOrder(Connection connection, long orderId) throws SQLException {
        return Sql.on(connection, COLUMNS + " where order_id = ? order by decision_id")
                .with(orderId)
                .list(Decisions::read);
    }

    Optional<Decision> hold(Connection connection, long journalId, long providerId)
            throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS + " where journal_id = ? and provider_id = ? and open = 1")
                .with(journalId, providerId)
                .first(Decisions::read);
    }

    void insert(Connection connection, Decision decision, String by, Instant at)
            throws SQLException {
        var held = decision.state() == State.HELD;
        Sql.on(
                        connection,
                        """
                        insert into line_decision
                            (decision_id, statement_id, journal_id, provider_id, order_id, site_id,
                             state, fen, left_fen, open, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(decision.decisionId(), decision.statementId(), decision.journalId())
                .with(decision.providerId(), decision.orderId(), decision.siteId().orElse(null))
                .with(decision.state(), decision.fen().value(), decision.left().value())
                .with(held ? 1 : null, by, at)
                .run();
    }

    /// A hold ends.
    void end(Connection connection, Decision hold, State state) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update line_decision
                           set state = ?, left_fen = 0, open = null
                         where decision_id = ? and open = 1
                        """)
                .with(state, hold.decisionId())
                .run();
    }

    /// A refund takes from what is held; when nothing is left, the hold ends.
    void lower(Connection connection, Decision hold, Fen by) throws SQLException {
        if (hold.left().equals(by)) {
            end(connection, hold, State.GENUINE);
            return;
        }
        Sql.on(
                        connection,
                        """
                        update line_decision
                           set left_fen = left_fen - ?
                         where decision_id = ? and open = 1
                        """)
                .with(by.value(), hold.decisionId())
                .run();
    }

    private static Decision read(Row row) throws SQLException {
        return new Decision(
                row.number("decision_id"),
                row.number("statement_id"),
                row.number("journal_id"),
                row.number("provider_id"),
                row.number("order_id"),
                row.maybeNumber("site_id"),
                row.name("state", State.class),
                Fen.of(row.number("fen")),
                Fen.of(row.number("left_fen")));
    }
}
