package org.nuancan.console.ordering;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders as the list shows them.
///
/// @param sites names by id
/// @param next the address of what follows, if anything does
public record OrderList(
        OrderFilter filter, List<Order> items, Map<String, String> sites, Optional<String> next) {

    /// The meals of a day.
    public static final List<String> SLOTS = List.of("BREAKFAST", "LUNCH", "DINNER");

    /// The states of an order, in order.
    public static final List<String> STATES =
            List.of(
                    "PLACED",
                    "ACCEPTED",
                    "PREPARED",
                    "OUT",
                    "DELIVERED",
                    "COLLECTED",
                    "CANCELLED",
                    "FAILED");

    /// The name of the site that cooks, or its id.
    public String site(Order order) {
        return sites.getOrDefault(order.siteId(), order.siteId());
    }
}
