package org.nuancan.event;

import java.util.Collection;
import java.util.Map;

/// Knows which rider carries an order: an order's events concern the rider too, and whoever writes
/// them knows nothing of runs.
public interface RidersOfOrders {

    /// The riders of those orders that are on a run, by order.
    Map<Long, String> of(Collection<Long> orderIds);
}
