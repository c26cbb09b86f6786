package org.nuancan.event;

import java.util.List;
import java.util.function.Predicate;

/// The subscriptions as of the transaction in which an event happens.
///
/// @param each the filter of each of the [Subscriptions]
public record Listeners(List<Predicate<Event>> each) {

    /// Copies the list.
    public Listeners {
        each = List.copyOf(each);
    }

    /// Whether there is a subscription for an event.
    boolean wants(Event event) {
        return each.stream().anyMatch(one -> one.test(event));
    }
}
