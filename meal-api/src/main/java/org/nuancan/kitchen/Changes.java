package org.nuancan.kitchen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.nuancan.preorder.MealHistory;

/// What was added to a meal and what fell away since an instant. Pure.
final class Changes {

    /// One plate more or less.
    ///
    /// @param kind `ADDED` or `REMOVED`
    /// @param at when it was told
    record Change(
            String kind,
            Instant at,
            String orderId,
            String sku,
            int quantity,
            String diet,
            String dropPoint) {}

    private Changes() {}

    /// @param entries when orders came into the meal and left it, in the order in which it was
    ///   recorded
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
