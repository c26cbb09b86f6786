package org.nuancan.close;

import org.nuancan.day.BusinessDay;

/// A provider whose day could not be computed.
///
/// @param cause what kind of trouble it is
/// @param detail what the one who looks into it needs to know
public record Parked(long providerId, BusinessDay date, Cause cause, String detail) {

    /// Kinds of trouble.
    public enum Cause {
        /// A sum does not fit.
        SUM_TOO_LARGE,
        /// The books hold something that cannot be read.
        BOOKS_UNREADABLE,
        /// The database refused the statement.
        REFUSED,
        /// An earlier day of this provider is parked; days follow in order.
        WAITS
    }
}
