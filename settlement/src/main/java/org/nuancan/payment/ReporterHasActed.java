package org.nuancan.payment;

import org.nuancan.review.Level;

/// The bank's answer was reported by a person who took an earlier level of a statement that it
/// concerns. Nothing of the answer is taken; another person reports it.
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

    /// The level that the reporter took.
    public Level level() {
        return level;
    }
}
