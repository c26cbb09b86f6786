package org.nuancan.review.step;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Decisions.Decision;

/// A row of `line_decision`.
///
/// @param open 1 while the line is on hold, otherwise null
@MappedEntity("line_decision")
record LineDecisionEntity(
        @Id long decisionId,
        long statementId,
        long journalId,
        long providerId,
        long orderId,
        @Nullable Long siteId,
        Decisions.State state,
        long fen,
        long leftFen,
        @Nullable Integer open,
        String madeBy,
        @UtcMicros Instant madeAt) {

    static LineDecisionEntity of(Decision decision, String by, Instant at) {
        return new LineDecisionEntity(
                decision.decisionId(),
                decision.statementId(),
                decision.journalId(),
                decision.providerId(),
                decision.orderId(),
                decision.siteId().orElse(null),
                decision.state(),
                decision.fen().value(),
                decision.left().value(),
                decision.state() == Decisions.State.HELD ? 1 : null,
                by,
                at);
    }

    Decision decision() {
        return new Decision(
                decisionId,
                statementId,
                journalId,
                providerId,
                orderId,
                Optional.ofNullable(siteId),
                state,
                Fen.of(fen),
                Fen.of(leftFen));
    }
}
