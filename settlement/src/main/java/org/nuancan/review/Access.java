package org.nuancan.review;

import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.review.step.Disputes;
import org.nuancan.review.step.Level;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Persons;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Streets;

/// Locks a statement for a reviewer's step, or gives the reason for a refusal. Checks in this
/// order: the statement is within the reviewer's reach, has the version that the reviewer saw, is
/// in the state where the step starts, the reviewer has not acted at another level, no dispute is
/// open.
@Singleton
final class Access {

    /// Result of a check.
    sealed interface Answer {}

    /// The step is allowed; the statement is locked.
    ///
    /// @param streets streets with lines on the statement
    record Open(Standing statement, List<String> streets) implements Answer {}

    /// The step is not allowed.
    record Refused(Outcome outcome) implements Answer {}

    private final StatementStates states;
    private final Streets streets;
    private final Persons persons;
    private final Disputes disputes;

    Access(StatementStates states, Streets streets, Persons persons, Disputes disputes) {
        this.states = states;
        this.streets = streets;
        this.persons = persons;
        this.disputes = disputes;
    }

    /// Checks a step forward of a level, which an open dispute prevents.
    Answer forward(Review.Seen seen, Reviewer reviewer, Level level, StatementState startsFrom) {
        if (reviewer.level() != level) {
            return new Refused(new Outcome.NotHere());
        }
        var found = own(seen, reviewer);
        if (!(found instanceof Open(var statement, var _))) {
            return found;
        }
        if (statement.state() != startsFrom) {
            return new Refused(new Outcome.WrongState(statement.state()));
        }
        if (disputes.anyOpen(statement.statementId())) {
            return new Refused(new Outcome.Disputed());
        }
        return personal(found, reviewer);
    }

    /// Checks a step from any state.
    Answer any(Review.Seen seen, Reviewer reviewer) {
        return personal(own(seen, reviewer), reviewer);
    }

    private Answer own(Review.Seen seen, Reviewer reviewer) {
        var statement = states.lock(seen.statementId());
        if (statement.isEmpty()) {
            return new Refused(new Outcome.NotHere());
        }
        var lineStreets = streets.of(seen.statementId());
        if (!reviewer.reaches(statement.get(), lineStreets)) {
            return new Refused(new Outcome.NotHere());
        }
        if (seen.version().isPresent() && seen.version().getAsInt() != statement.get().version()) {
            return new Refused(new Outcome.Stale());
        }
        return new Open(statement.get(), lineStreets);
    }

    private Answer personal(Answer found, Reviewer reviewer) {
        if (!(found instanceof Open(var statement, var _))) {
            return found;
        }
        var other = persons.elsewhere(statement.statementId(), reviewer);
        return other.isPresent() ? new Refused(new Outcome.SecondPerson(other.get())) : found;
    }
}
