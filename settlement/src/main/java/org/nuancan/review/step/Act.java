package org.nuancan.review.step;

/// A step of a statement's history.
public enum Act {
    CHECK,
    CONFIRM,
    REVIEW,
    APPROVE,
    /// One step back, with a reason.
    RETURN,
    DISPUTE,
    /// The answer to a dispute.
    RESOLVE,
    /// A line is withheld.
    HOLD,
    /// A line is found genuine and released.
    GENUINE,
    /// The grants of a line are recovered.
    RECOVER,
    /// A refund of a line that is on hold or was recovered.
    REFUND,
    /// The statement enters a payment batch.
    PAY,
    /// Nothing of the statement is open.
    SETTLE,
    /// The payment failed.
    FAIL
}
