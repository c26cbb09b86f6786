package org.nuancan.finance.review;

import java.util.Map;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.review.step.Outcome;

/// Translates outcomes of review into problems.
public final class ReviewRefusals {

    private ReviewRefusals() {}

    /// The standing of the statement after a step.
    ///
    /// @throws ProblemException if the step was refused
    public static Standing taken(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var statement, var _) -> statement;
            case Outcome.Recovered recovered -> recovered.statement();
            case Outcome.NotHere() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case Outcome.Stale() -> throw ProblemException.of(ProblemCode.STALE_VERSION);
            case Outcome.WrongState(var state) ->
                    throw ProblemException.with(
                            ProblemCode.STATEMENT_STATE_REFUSED, Map.of("state", state));
            case Outcome.SecondPerson(var level) ->
                    throw ProblemException.with(
                            ProblemCode.STATEMENT_SECOND_PERSON, Map.of("level", level));
            case Outcome.Disputed() -> throw ProblemException.of(ProblemCode.STATEMENT_DISPUTED);
            case Outcome.DisputedAlready() -> throw ProblemException.of(ProblemCode.DISPUTE_EXISTS);
            case Outcome.StreetHasReviewed() ->
                    throw ProblemException.of(ProblemCode.STREET_HAS_REVIEWED);
            case Outcome.NothingGranted() ->
                    throw ProblemException.of(ProblemCode.LINE_WITHOUT_GRANT);
            case Outcome.HeldAlready() -> throw ProblemException.of(ProblemCode.LINE_HELD);
            case Outcome.NotHeld() -> throw ProblemException.of(ProblemCode.LINE_NOT_HELD);
        };
    }
}
