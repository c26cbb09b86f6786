package org.nuancan.event;

import java.util.List;
import java.util.function.Predicate;

/// Who asked to be told, as of the transaction in which something happens.
///
/// @param each what each of the [Subscriptions] asked for
public record Listeners(List<Predicate<Event>> each) {

    /// Copies the list.
    public Listeners {
        each = List.copyOf(each);
    }

    /// Whether anybody asked for an event.
    boolean wants(Event event) {
        return each.stream().anyMatch(one -> one.test(event));
    }
}
