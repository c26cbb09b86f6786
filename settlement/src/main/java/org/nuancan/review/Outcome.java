package org.nuancan.review;

import java.util.Map;
import org.nuancan.close.StatementState;
import org.nuancan.close.StatementStates.Standing;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.money.Fen;

/// What became of a wish to act on a statement.
public sealed interface Outcome {

    /// It is so now.
    ///
    /// @param statement where it stands
    /// @param id of the dispute or the decision that was made; 0 for other steps
    record Done(Standing statement, long id) implements Outcome {}

    /// The grants of a line are taken back.
    ///
    /// @param decisionId of the recovery
    /// @param orderId whose limits come back
    /// @param grants what was taken back, by policy
    record Recovered(Standing statement, long decisionId, long orderId, Map<PolicyRef, Fen> grants)
            implements Outcome {

        /// Copies the grants.
        public Recovered {
            grants = Map.copyOf(grants);
        }
    }

    /// There is none, or it is not the reviewer's.
    record NotHere() implements Outcome {}

    /// It has moved on since the reviewer read it.
    record Stale() implements Outcome {}

    /// The step does not start from its present state.
    record WrongState(StatementState state) implements Outcome {}

    /// The reviewer has acted on it at another level.
    record SecondPerson(Level level) implements Outcome {}

    /// A dispute is open; the statement waits.
    record Disputed() implements Outcome {}

    /// The order is disputed already.
    record DisputedAlready() implements Outcome {}

    /// The reviewer's street has reviewed it already.
    record StreetHasReviewed() implements Outcome {}

    /// No payer bears anything of the line (any more).
    record NothingGranted() implements Outcome {}

    /// The line is on hold already.
    record HeldAlready() implements Outcome {}

    /// The line is not on hold.
    record NotHeld() implements Outcome {}
}
