package org.nuancan.event;

import java.util.function.Predicate;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;

/// Knows what others' software asked to be told: what nobody asked for is not put on its list.
public interface Subscriptions {

    /// Which events somebody asked for, as of the transaction in which they happen: whoever has
    /// been answered that an address is on file is told of everything that begins afterwards.
    ///
    /// @param trip of that transaction
    Later<Predicate<Event>> asked(RoundTrip trip);
}
