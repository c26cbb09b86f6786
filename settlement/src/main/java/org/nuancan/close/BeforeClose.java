package org.nuancan.close;

import org.nuancan.day.BusinessDay;

/// What is still to be brought to an end before a day is closed, by who lives in the same process:
/// such as meals that nobody fetched. The close does not depend on it: what comes too late is
/// booked on the next open day, also when the step fails. Only a database that is not there, or
/// locks it, stops the close, before the day is marked as closing.
@FunctionalInterface
public interface BeforeClose {

    /// Brings a day to its end; called again, it finds nothing left to do.
    void endOf(BusinessDay day);
}
