package org.nuancan.close.parked;

import org.nuancan.day.BusinessDay;

/// A provider's day that could not be computed.
///
/// @param cause kind of the problem
/// @param detail the cause in words, without names of classes, tables or persons
public record Parked(long providerId, BusinessDay date, Cause cause, String detail) {

    /// Kinds of problems.
    public enum Cause {
        /// A sum exceeds its range.
        SUM_TOO_LARGE,
        /// The books contain something that cannot be read.
        BOOKS_UNREADABLE,
        /// The database refused the statement.
        REFUSED,
        /// The computation failed for an unknown cause.
        DEFECT,
        /// An earlier day of this provider is parked; days follow in order.
        WAITS
    }
}
