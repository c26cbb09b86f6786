package org.nuancan.review.step;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.InList;

/// Reads the disputes of providers about their statements.
@Singleton
public class Disputes {

    /// Result of a dispute. The statement itself never changes: upheld disputes are corrected by
    /// refunds, late entries, holds and recoveries.
    public enum Verdict {
        UPHELD,
        REJECTED,
        /// Withdrawn by the provider itself.
        WITHDRAWN
    }

    /// A dispute.
    ///
    /// @param journalId the line; empty for an order that is missing according to the provider
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

        /// Whether it has no verdict yet.
        public boolean isOpen() {
            return verdict.isEmpty();
        }
    }

    private static final int OPEN = 1;

    private final StatementDisputeRepository rows;

    Disputes(StatementDisputeRepository rows) {
        this.rows = rows;
    }

    /// The disputes of a statement, oldest first.
    @ReadOnly
    public List<Dispute> of(long statementId) {
        return rows.findByStatementIdOrderByDisputeId(statementId).stream()
                .map(StatementDisputeEntity::dispute)
                .toList();
    }

    /// A dispute of the statement; empty for a dispute of another statement.
    public Optional<Dispute> find(long statementId, long disputeId) {
        return rows.findByStatementIdAndDisputeId(statementId, disputeId)
                .map(StatementDisputeEntity::dispute);
    }

    /// Whether the statement has a dispute without a verdict.
    public boolean anyOpen(long statementId) {
        return rows.existsByStatementIdAndOpen(statementId, OPEN);
    }

    /// Whether the order has a dispute without a verdict on the statement.
    public boolean isOpen(long statementId, long orderId) {
        return rows.existsByStatementIdAndOrderIdAndOpen(statementId, orderId, OPEN);
    }

    /// The given statements that have an open dispute.
    public Set<Long> withOpen(List<Long> statementIds) {
        return Set.copyOf(rows.open(InList.of(statementIds)));
    }

    /// Adds a new dispute, without a verdict.
    public void open(Dispute dispute) {
        var _ = rows.save(StatementDisputeEntity.open(dispute));
    }

    /// Sets the verdict and the answer; does nothing if the dispute has a verdict already.
    public void close(Dispute dispute, Verdict verdict, String answer, String by, Instant at) {
        rows.close(dispute.disputeId(), verdict, answer, by, at);
    }
}
