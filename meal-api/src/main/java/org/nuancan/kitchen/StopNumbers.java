package org.nuancan.kitchen;

import java.util.Collection;
import java.util.Map;

/// Knows which run and stop an order has: labels are printed in the order in which they are handed
/// out, and the kitchen knows nothing of runs.
public interface StopNumbers {

    /// A stop, sorted as runs are driven.
    ///
    /// @param run the number of the run among those of the meal, from 1
    /// @param stop the number of the stop, from 1
    /// @param rider who drives
    record Stop(int run, int stop, String rider) {}

    /// The stops of those orders that are on a run.
    Map<Long, Stop> of(Collection<Long> orderIds);
}
