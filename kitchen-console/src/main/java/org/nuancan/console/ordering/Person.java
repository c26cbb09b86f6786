package org.nuancan.console.ordering;

import java.util.List;
import java.util.Map;

/// An elder with the orders and plans that the desk looks at.
///
/// @param orders the latest, the newest first
/// @param sites names by id
public record Person(Elder elder, List<Order> orders, List<Plan> plans, Map<String, String> sites) {

    /// The name of a site, or its id.
    public String site(String id) {
        return sites.getOrDefault(id, id);
    }
}
