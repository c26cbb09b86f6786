package org.nuancan.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/// Knows which rider carries an order: an order's events concern the rider too, and whoever writes
/// them knows nothing of runs.
public interface RidersOfOrders {

    /// The riders of those orders that are on a run, by order.
    ///
    /// @throws SQLException as the driver throws it
    Map<Long, String> of(Connection connection, Collection<Long> orderIds) throws SQLException;
}
