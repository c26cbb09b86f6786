package org.nuancan.receipt;

/// A debt that money can pay.
///
/// @param id the statement's, or the booking day's number since 1970-01-01
public record Subject(Kind kind, long id) {

    /// The kinds of debts.
    public enum Kind {
        /// A payer's debt on a statement.
        CLAIM,
        /// A provider's debt on a negative statement.
        DEBT,
        /// Amounts that an acquirer collected on a day.
        TAKINGS
    }
}
