package org.nuancan.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Slot;

/// The dishes that can be ordered from a site for one meal.
///
/// @param meal the meal
/// @param orderUntil the last instant at which it can be ordered
/// @param items dishes in the site's order
public record Menu(Meal meal, Instant orderUntil, List<Item> items) {

    /// A meal of a site.
    ///
    /// @param date the day it is eaten
    public record Meal(long siteId, LocalDate date, Slot slot) {}

    /// A dish on the menu.
    ///
    /// @param portions number of portions the kitchen cooks
    /// @param ordered number of portions already ordered
    public record Item(String sku, int portions, int ordered) {

        /// Number of portions that can still be ordered.
        public int left() {
            return Math.max(0, portions - ordered);
        }
    }

    /// Copies the items.
    public Menu {
        items = List.copyOf(items);
    }

    /// The item of a dish.
    public Optional<Item> find(String sku) {
        return items.stream().filter(item -> item.sku().equals(sku)).findFirst();
    }
}
