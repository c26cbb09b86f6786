package org.nuancan.menu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.Slot;

/// What can be ordered from a site for one meal.
///
/// @param meal which meal
/// @param orderUntil the last instant at which it can be ordered
/// @param items in the site's order
public record Menu(Meal meal, Instant orderUntil, List<Item> items) {

    /// A meal of a site.
    ///
    /// @param date the day it is eaten
    public record Meal(long siteId, LocalDate date, Slot slot) {}

    /// What there is of a dish.
    ///
    /// @param portions how many are cooked
    /// @param ordered how many of them are taken
    public record Item(String sku, int portions, int ordered) {

        /// How many can still be ordered.
        public int left() {
            return Math.max(0, portions - ordered);
        }
    }

    /// Copies the items.
    public Menu {
        items = List.copyOf(items);
    }

    /// The line of a dish.
    public Optional<Item> find(String sku) {
        return items.stream().filter(item -> item.sku().equals(sku)).findFirst();
    }
}
