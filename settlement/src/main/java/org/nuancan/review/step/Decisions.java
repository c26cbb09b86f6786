package org.nuancan.review.step;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// Reads and updates withheld and recovered lines.
@Singleton
public class Decisions {

    /// State of a decision.
    public enum State {
        HELD,
        GENUINE,
        RECOVERED
    }

    /// A decision about a line.
    ///
    /// @param fen withheld or recovered amount
    /// @param left part of a hold that is neither found genuine nor recovered yet
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

    private final LineDecisionRepository rows;

    Decisions(LineDecisionRepository rows) {
        this.rows = rows;
    }

    /// The decisions about lines of a statement, oldest first.
    @ReadOnly
    public List<Decision> of(long statementId) {
        return values(rows.findByStatementIdOrderByDecisionId(statementId));
    }

    /// The decisions about an order's lines on all statements, oldest first.
    public List<Decision> ofOrder(long orderId) {
        return values(rows.findByOrderIdOrderByDecisionId(orderId));
    }

    private static List<Decision> values(List<LineDecisionEntity> found) {
        return found.stream().map(LineDecisionEntity::decision).toList();
    }

    /// The open hold of a provider's line; empty if the line is not on hold.
    public Optional<Decision> hold(long journalId, long providerId) {
        return rows.hold(journalId, providerId).map(LineDecisionEntity::decision);
    }

    /// Adds a decision that the user `by` made.
    public void insert(Decision decision, String by, Instant at) {
        var _ = rows.save(LineDecisionEntity.of(decision, by, at));
    }

    /// Ends a hold.
    public void end(Decision hold, State state) {
        rows.end(hold.decisionId(), state);
    }

    /// Lowers the held amount by a refund; when nothing is left, the hold ends.
    public void lower(Decision hold, Fen by) {
        if (hold.left().equals(by)) {
            end(hold, State.GENUINE);
        } else {
            rows.lower(hold.decisionId(), by.value());
        }
    }
}
