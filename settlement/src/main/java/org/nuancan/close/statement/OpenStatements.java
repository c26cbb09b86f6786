package org.nuancan.close.statement;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/// Finds statements that may have something open. Takes no locks: the caller locks the statements
/// through [StatementStates] and checks them again.
@Singleton
public class OpenStatements {

    private final StatementRepository statements;

    OpenStatements(StatementRepository statements) {
        this.statements = statements;
    }

    /// The statements of a district that a payment batch may include: approved or failed ones up to
    /// a day, and all negative ones that are neither paid nor in payment.
    @ReadOnly
    public List<Long> payable(String district, LocalDate through) {
        return statements.payable(district, through);
    }

    /// A provider's negative statements that are neither paid nor in payment.
    @ReadOnly
    public List<Long> owedBy(long providerId) {
        return statements.owedBy(providerId);
    }
}
