package org.nuancan.kitchen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.nuancan.ordering.record.MealHistory;

/// Computes the portions that were added to a meal or removed from it since an instant. Pure.
final class Changes {

    /// A change in the portions of one dish.
    ///
    /// @param kind `ADDED` or `REMOVED`
    /// @param at when it was recorded
    record Change(
            String kind,
            Instant at,
            String orderId,
            String sku,
            int quantity,
            String diet,
            String dropPoint) {}

    private Changes() {}

    /// @param entries when orders were added to the meal and removed from it, in the order of
    ///   recording
    static List<Change> since(
            Instant since, Collection<Serving> servings, Collection<MealHistory.Entry> entries) {
        var counted = new HashMap<Long, Boolean>();
        var last = new HashMap<Long, Instant>();
        for (var entry : entries) {
            if (entry.at().isAfter(since)) {
                last.put(entry.orderId(), entry.at());
            } else {
                counted.put(entry.orderId(), entry.isIn());
            }
        }
        var changes = new ArrayList<Change>();
        for (var serving : servings) {
            var before = counted.getOrDefault(serving.orderId(), false);
            if (before != serving.isCooked()) {
                var at = last.getOrDefault(serving.orderId(), since);
                for (var plate : serving.plates()) {
                    changes.add(
                            new Change(
                                    before ? "REMOVED" : "ADDED",
                                    at,
                                    Long.toString(serving.orderId()),
                                    plate.sku(),
                                    plate.quantity(),
                                    serving.diet(),
                                    serving.dropPoint()));
                }
            }
        }
        return List.copyOf(changes);
    }
}
