package org.nuancan.receipt;

/// What money can pay.
///
/// @param id the statement's, or the booking day's number since 1970-01-01
public record Subject(Kind kind, long id) {

    /// The kinds of things that money pays.
    public enum Kind {
        /// What a payer owes on a statement.
        CLAIM,
        /// What a provider owes on a negative statement.
        DEBT,
        /// What an acquirer took on a day.
        TAKINGS
    }
}
