package org.nuancan.console.ordering;

import java.util.Map;

/// What an elder may see of the own record, in large type.
///
/// @param sites names by id
public record ElderSheet(Elder elder, EatenMeals meals, Map<String, String> sites) {

    /// The name of a site, or its id.
    public String site(String id) {
        return sites.getOrDefault(id, id);
    }
}
