package org.nuancan.kitchen;

import java.util.Collection;
import java.util.Map;

/// Gives the run and stop of an order. Labels are printed in the order of delivery, and the kitchen
/// package does not depend on runs.
public interface StopNumbers {

    /// A stop, sorted in the order of delivery.
    ///
    /// @param run the number of the run among those of the meal, from 1
    /// @param stop the number of the stop, from 1
    /// @param rider user name of the rider
    record Stop(int run, int stop, String rider) {}

    /// The stops of those orders that are on a run.
    Map<Long, Stop> of(Collection<Long> orderIds);
}
