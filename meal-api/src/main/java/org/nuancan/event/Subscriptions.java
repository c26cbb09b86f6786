package org.nuancan.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/// Knows what others' software asked to be told: what nobody asked for is not put on its list.
public interface Subscriptions {

    /// Which events somebody asked for, as of the transaction in which they happen: whoever has
    /// been answered that an address is on file is told of everything that begins afterwards.
    ///
    /// @throws SQLException as the driver throws it
    Predicate<Event> asked(Connection connection) throws SQLException;
}
