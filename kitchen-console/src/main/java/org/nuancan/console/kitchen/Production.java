package org.nuancan.console.kitchen;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a kitchen has to cook for a meal.
///
/// @param takenAt when the counts were made
/// @param different orders that need another diet or have allergens
/// @param changes ordered and cancelled items, the newest first
public record Production(
        OffsetDateTime takenAt,
        int orders,
        int portions,
        List<Dish> dishes,
        List<Different> different,
        List<Change> changes) {

    /// A dish with its counts.
    public record Dish(String sku, String nameZh, String nameEn, int portions, List<Count> counts) {

        /// The name in a language, `zh` or `en`.
        public String name(String language) {
            return language.equals("en") ? nameEn : nameZh;
        }

        /// Portions by diet, without those that have no diet.
        public Map<String, Integer> diets() {
            Map<String, Integer> diets = new LinkedHashMap<>();
            counts.stream()
                    .filter(count -> !count.diet().isEmpty())
                    .forEach(count -> diets.merge(count.diet(), count.portions(), Integer::sum));
            return diets;
        }
    }

    /// Portions of a diet for a drop point.
    public record Count(String diet, String dropPoint, int portions) {}

    /// An order that needs care.
    ///
    /// @param unmet needs that the dish does not meet
    public record Different(
            String orderId,
            String maskedName,
            String sku,
            int quantity,
            List<String> needs,
            List<String> unmet,
            List<String> allergens) {}

    /// An item that was added or removed.
    ///
    /// @param kind `ADDED` or `REMOVED`
    public record Change(String kind, String orderId, String sku, int quantity, String diet) {}

    /// The orders of the meal that were not cancelled.
    public List<Change> waiting() {
        Map<String, Change> waiting = new LinkedHashMap<>();
        for (var change : changes.reversed()) {
            if (change.kind().equals("ADDED")) {
                waiting.put(change.orderId() + change.sku(), change);
            } else {
                waiting.remove(change.orderId() + change.sku());
            }
        }
        return new ArrayList<>(waiting.values());
    }
}
