package org.nuancan.close;

import org.nuancan.day.BusinessDay;

/// A step that another package of the same process runs before a day is closed, for example for
/// meals that were not fetched.
///
/// The close does not depend on it: what comes too late is booked on the next open day, also when
/// the step fails. The close stops only if the database is not available or a lock in it is not
/// free; the day is then not yet marked as closing.
@FunctionalInterface
public interface BeforeClose {

    /// Completes the work of a day. A second call finds nothing left to do.
    void endOf(BusinessDay day);
}
