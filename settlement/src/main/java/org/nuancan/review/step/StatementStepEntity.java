package org.nuancan.review.step;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.statement.StatementState;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Steps.Step;

/// A row of `statement_step`.
@MappedEntity("statement_step")
public record StatementStepEntity(
        @Id long stepId,
        long statementId,
        int version,
        Act act,
        Level level,
        String actedBy,
        @UtcMicros Instant actedAt,
        StatementState fromState,
        StatementState toState,
        @Nullable String streetCode,
        @Nullable Long journalId,
        @Nullable Long orderId,
        @Nullable Long fen,
        @Nullable String reason) {

    /// @param siteId of the journal
    Step step(Optional<Long> siteId) {
        return new Step(
                stepId,
                version,
                act,
                level,
                actedBy,
                actedAt,
                fromState,
                toState,
                Optional.ofNullable(streetCode),
                Optional.ofNullable(journalId),
                Optional.ofNullable(orderId),
                siteId,
                Optional.ofNullable(fen).map(Fen::of),
                Optional.ofNullable(reason));
    }
}
