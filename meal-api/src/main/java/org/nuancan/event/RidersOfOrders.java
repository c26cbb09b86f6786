package org.nuancan.event;

import java.util.Collection;
import java.util.Map;

/// Finds the riders of orders. Events about an order also concern its rider, and the package that
/// writes them does not depend on runs.
public interface RidersOfOrders {

    /// The riders of those orders that are on a run, by order.
    Map<Long, String> of(Collection<Long> orderIds);
}
