package org.nuancan.close;

import org.nuancan.day.BusinessDay;

/// A provider whose day could not be computed.
///
/// @param cause what kind of trouble it is
/// @param detail the cause in words, without names of classes, tables or persons
public record Parked(long providerId, BusinessDay date, Cause cause, String detail) {

    /// Kinds of trouble.
    public enum Cause {
        /// A sum does not fit.
        SUM_TOO_LARGE,
        /// The books hold something that cannot be read.
        BOOKS_UNREADABLE,
        /// The database refused the statement.
        REFUSED,
        /// The computation failed for a cause that the program does not know.
        DEFECT,
        /// An earlier day of this provider is parked; days follow in order.
        WAITS
    }
}
