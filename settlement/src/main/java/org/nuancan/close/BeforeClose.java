package org.nuancan.close;

import org.nuancan.day.BusinessDay;

/// What is still to be brought to an end before a day is closed, by who lives in the same process:
/// such as meals that nobody fetched. The close does not depend on it: what comes too late is
/// booked on the next open day.
@FunctionalInterface
public interface BeforeClose {

    /// Brings a day to its end; called again, it finds nothing left to do.
    void endOf(BusinessDay day);
}
