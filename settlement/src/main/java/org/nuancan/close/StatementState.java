package org.nuancan.close;

/// How far a statement is.
public enum StatementState {
    /// Closed; the platform's checks have not looked at it yet.
    CALCULATED,
    /// The platform's checks are through; the provider is asked.
    CHECKED,
    /// The provider has confirmed; the streets are asked.
    CONFIRMED,
    /// Every street with a line has reviewed; the district is asked.
    REVIEWED,
    /// The district has approved; it waits for a payment batch.
    APPROVED,
    /// A payment for it is on its way.
    IN_PAYMENT,
    /// Nothing of it is open any more.
    PAID,
    /// Its payment did not arrive; it waits for the next batch.
    PAYMENT_FAILED;

    /// Whether lines can still be withheld, and given free again before anything was paid: no
    /// payment has taken it up yet.
    public boolean isBeforePayment() {
        return compareTo(IN_PAYMENT) < 0;
    }
}
