package org.nuancan.review;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.Statements;
import org.nuancan.review.step.StatementStepEntity;
import org.nuancan.review.step.StatementStepRepository;

/// Reads when statements were paid.
@Singleton
public class PaidStatements {

    private final Statements statements;
    private final StatementStepRepository steps;

    PaidStatements(Statements statements, StatementStepRepository steps) {
        this.statements = statements;
        this.steps = steps;
    }

    /// When the statement of a provider and day was last paid; empty if there is no such statement,
    /// or it is not paid.
    @ReadOnly
    public Optional<Instant> paidAt(long providerId, LocalDate date) {
        return statements
                .find(providerId, date)
                .filter(statement -> statement.state() == StatementState.PAID)
                .flatMap(statement -> steps.paying(statement.id()))
                .map(StatementStepEntity::actedAt);
    }
}
