package org.nuancan.close.statement;

/// State of a statement.
public enum StatementState {
    /// Closed; the platform's checks have not run yet.
    CALCULATED,
    /// The platform's checks are complete; the provider has to confirm.
    CHECKED,
    /// The provider has confirmed; the streets have to review.
    CONFIRMED,
    /// Every street with a line has reviewed; the district has to approve.
    REVIEWED,
    /// The district has approved; the next payment batch can include it.
    APPROVED,
    /// A payment for it is in progress.
    IN_PAYMENT,
    /// Nothing of it is open.
    PAID,
    /// Its payment failed; the next payment batch can include it.
    PAYMENT_FAILED;

    /// Whether lines can still be withheld and released before anything is paid: no payment batch
    /// includes the statement yet.
    public boolean isBeforePayment() {
        return compareTo(IN_PAYMENT) < 0;
    }
}
