package org.nuancan.review.step;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.review.step.Disputes.Dispute;
import org.nuancan.review.step.Disputes.Verdict;

/// A row of `statement_dispute`.
///
/// @param open 1 until the dispute has an outcome, then null
@MappedEntity("statement_dispute")
record StatementDisputeEntity(
        @Id long disputeId,
        long statementId,
        long orderId,
        @Nullable Long journalId,
        @Nullable Long siteId,
        String reason,
        String raisedBy,
        @UtcMicros Instant raisedAt,
        @Nullable Integer open,
        @Nullable Verdict outcome,
        @Nullable String answer,
        @Nullable String resolvedBy,
        @UtcMicros @Nullable Instant resolvedAt) {

    /// @param dispute without a verdict
    static StatementDisputeEntity open(Dispute dispute) {
        return new StatementDisputeEntity(
                dispute.disputeId(),
                dispute.statementId(),
                dispute.orderId(),
                dispute.journalId().orElse(null),
                dispute.siteId().orElse(null),
                dispute.reason(),
                dispute.by(),
                dispute.at(),
                1,
                null,
                null,
                null,
                null);
    }

    Dispute dispute() {
        return new Dispute(
                disputeId,
                statementId,
                orderId,
                Optional.ofNullable(journalId),
                Optional.ofNullable(siteId),
                reason,
                raisedBy,
                raisedAt,
                Optional.ofNullable(outcome),
                Optional.ofNullable(answer),
                Optional.ofNullable(resolvedBy),
                Optional.ofNullable(resolvedAt));
    }
}
