package org.nuancan.review;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Says when statements were paid.
@Singleton
public class PaidStatements {

    private final StatementStepRepository steps;

    PaidStatements(StatementStepRepository steps) {
        this.steps = steps;
    }

    /// When the statement of a provider and day was paid for the last time; empty if there is no
    /// such statement, or it is not paid.
    @ReadOnly
    public Optional<Instant> paidAt(long providerId, LocalDate date) {
        return steps.paying(providerId, date).map(StatementStepEntity::actedAt);
    }
}
