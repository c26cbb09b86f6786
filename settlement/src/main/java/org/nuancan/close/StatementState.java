package org.nuancan.close;

/// How far a statement is.
public enum StatementState {
    CALCULATED,
    CHECKED,
    CONFIRMED,
    REVIEWED,
    APPROVED,
    IN_PAYMENT,
    PAID,
    PAYMENT_FAILED
}
