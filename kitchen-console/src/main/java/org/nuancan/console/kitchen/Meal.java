package org.nuancan.console.kitchen;

import java.time.LocalDate;
import java.util.List;

/// A meal that a site cooks.
public record Meal(String siteId, LocalDate date, String slot) {

    /// The meals of a day.
    public static final List<String> SLOTS = List.of("BREAKFAST", "LUNCH", "DINNER");

    /// The same as the query of an address.
    public String query() {
        return "site=" + siteId + "&date=" + date + "&slot=" + slot;
    }
}
