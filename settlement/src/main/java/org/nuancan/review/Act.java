package org.nuancan.review;

/// What was done to a statement.
public enum Act {
    CHECK,
    CONFIRM,
    REVIEW,
    APPROVE,
    /// One step back, with a reason.
    RETURN,
    DISPUTE,
    /// A dispute answered.
    RESOLVE,
    /// A line withheld.
    HOLD,
    /// A line found right, and free again.
    GENUINE,
    /// The grants of a line taken back.
    RECOVER,
    /// A refund took from a line on hold, or from one that was recovered.
    REFUND,
    /// Into a payment batch.
    PAY,
    /// Nothing is open any more.
    SETTLE,
    /// The payment did not arrive.
    FAIL
}
