package org.nuancan.review.step;

import java.util.Map;
import org.nuancan.close.statement.StatementState;
import org.nuancan.close.statement.StatementStates.Standing;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.money.Fen;

/// Outcome of a request to act on a statement.
public sealed interface Outcome {

    /// The step is done.
    ///
    /// @param statement state after the step
    /// @param id id of the new dispute or decision; 0 for other steps
    record Done(Standing statement, long id) implements Outcome {}

    /// The grants of a line are recovered.
    ///
    /// @param decisionId id of the recovery
    /// @param orderId the order whose limits get the amounts back
    /// @param grants recovered amounts by policy
    record Recovered(Standing statement, long decisionId, long orderId, Map<PolicyRef, Fen> grants)
            implements Outcome {

        /// Copies the grants.
        public Recovered {
            grants = Map.copyOf(grants);
        }
    }

    /// The statement does not exist, or is not within the reviewer's reach.
    record NotHere() implements Outcome {}

    /// The statement has changed since the reviewer read it.
    record Stale() implements Outcome {}

    /// The step does not start from the statement's state.
    record WrongState(StatementState state) implements Outcome {}

    /// The reviewer has acted on the statement at another level.
    record SecondPerson(Level level) implements Outcome {}

    /// A dispute is open; the statement stays in its state.
    record Disputed() implements Outcome {}

    /// The order is disputed already.
    record DisputedAlready() implements Outcome {}

    /// The reviewer's street has reviewed it already.
    record StreetHasReviewed() implements Outcome {}

    /// No payer bears an amount of the line, or all of it is refunded or recovered.
    record NothingGranted() implements Outcome {}

    /// The line is on hold already.
    record HeldAlready() implements Outcome {}

    /// The line is not on hold.
    record NotHeld() implements Outcome {}
}
