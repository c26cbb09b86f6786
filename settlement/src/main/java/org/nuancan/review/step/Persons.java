package org.nuancan.review.step;

import jakarta.inject.Singleton;
import java.util.Optional;

/// Stores the level at which each person has acted on a statement: one level a person, permanently.
/// Read and written under the statement's lock, one row a person.
@Singleton
public final class Persons {

    private final StatementPersonRepository rows;

    Persons(StatementPersonRepository rows) {
        this.rows = rows;
    }

    /// The other level at which this person has acted on a locked statement, if there is one.
    public Optional<Level> elsewhere(long statementId, Reviewer reviewer) {
        return rows.findById(new StatementPersonEntity.Key(statementId, reviewer.name()))
                .map(StatementPersonEntity::level)
                .filter(level -> level != reviewer.level());
    }

    /// Stores that this person has acted at this level.
    void keep(long statementId, Reviewer reviewer) {
        if (reviewer.level() != Level.PLATFORM) {
            rows.add(statementId, reviewer.name(), reviewer.level());
        }
    }
}
