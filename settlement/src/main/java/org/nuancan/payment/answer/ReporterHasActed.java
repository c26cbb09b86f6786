package org.nuancan.payment.answer;

import org.nuancan.review.step.Level;

/// The person who reported the bank's answer has acted at an earlier level of one of its
/// statements. Nothing of the answer is applied; another person must report it.
public final class ReporterHasActed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long statementId;
    private final Level level;

    ReporterHasActed(long statementId, Level level) {
        super("the reporter acted on statement %d at level %s".formatted(statementId, level));
        this.statementId = statementId;
        this.level = level;
    }

    /// The statement.
    public long statementId() {
        return statementId;
    }

    /// The level at which the reporter acted.
    public Level level() {
        return level;
    }
}
