package org.nuancan.close;

import java.util.List;
import org.nuancan.close.parked.Parked;
import org.nuancan.day.BusinessDay;

/// Outcome of a request to close a day.
public sealed interface CloseOutcome {

    /// The day is closed, by this request or an earlier one.
    ///
    /// @param orders number of orders captured on the day
    /// @param statements number of statements of the day
    /// @param parked number of providers whose day could not be computed yet
    /// @param contentHash hash over the day's statements, hex
    record Closed(
            BusinessDay date, long orders, long statements, List<Parked> parked, String contentHash)
            implements CloseOutcome {}

    /// The day is today or in the future.
    record DayNotOver(BusinessDay date) implements CloseOutcome {}

    /// Other closes took too long and this one did nothing. The caller can try again.
    record Busy(BusinessDay date) implements CloseOutcome {}
}
