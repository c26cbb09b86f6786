package org.nuancan.close;

import java.util.List;
import org.nuancan.day.BusinessDay;

/// What became of the wish to close a day.
public sealed interface CloseOutcome {

    /// The day is closed, now or since earlier.
    ///
    /// @param orders captured on it
    /// @param statements made of it
    /// @param parked providers whose day could not be computed yet
    /// @param contentHash over its statements, hex
    record Closed(
            BusinessDay date, long orders, long statements, List<Parked> parked, String contentHash)
            implements CloseOutcome {}

    /// It is today, or lies ahead.
    record DayNotOver(BusinessDay date) implements CloseOutcome {}

    /// Other closes took too long; nothing was done for this one. To be asked again.
    record Busy(BusinessDay date) implements CloseOutcome {}
}
