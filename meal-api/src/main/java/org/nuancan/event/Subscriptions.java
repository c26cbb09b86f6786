package org.nuancan.event;

import java.util.function.Predicate;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;

/// Finds the events that other software subscribed to; other events are not put on its list.
public interface Subscriptions {

    /// The filter for subscribed events, as of the transaction in which they happen. Once a
    /// registration is answered, all events of transactions that begin afterwards are included.
    ///
    /// @param trip a round trip of that transaction
    Later<Predicate<Event>> asked(RoundTrip trip);
}
