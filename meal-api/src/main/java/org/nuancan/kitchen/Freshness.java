package org.nuancan.kitchen;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nuancan.kitchen.batch.Batch;
import org.nuancan.kitchen.batch.CookedBatches;
import org.nuancan.kitchen.batch.KitchenSettings;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.PreorderState;

/// Decides whether meals may leave the kitchen. Batches leave in the order in which they were
/// cooked. A dish for which no batch was reported cannot be judged and may leave.
@Singleton
public class Freshness {

    private final CookedBatches batches;
    private final MealBook book;
    private final KitchenSettings rules;

    Freshness(CookedBatches batches, MealBook book, KitchenSettings rules) {
        this.batches = batches;
        this.book = book;
        this.rules = rules;
    }

    /// The portions of these orders that would come from a batch that may not leave at `at`; empty
    /// if all may leave.
    @ReadOnly
    public List<Stale> stale(Menu.Meal meal, Collection<Long> leaving, Instant at) {
        var gone = new TreeMap<String, Integer>();
        var going = new TreeMap<String, Integer>();
        for (var serving : book.of(meal)) {
            var isGoing = leaving.contains(serving.orderId());
            if (isGoing || hasLeft(serving.order().state())) {
                for (var plate : serving.plates()) {
                    (isGoing ? going : gone).merge(plate.sku(), plate.quantity(), Integer::sum);
                }
            }
        }
        return stale(batches.of(meal), gone, going, at);
    }

    private static boolean hasLeft(PreorderState state) {
        return switch (state) {
            case OUT, DELIVERED, COLLECTED -> true;
            case PLACED, ACCEPTED, PREPARED, CANCELLED, FAILED -> false;
        };
    }

    private List<Stale> stale(
            List<Batch> cooked, Map<String, Integer> gone, Map<String, Integer> going, Instant at) {
        var stale = new ArrayList<Stale>();
        for (var sku : going.keySet()) {
            var passed = gone.getOrDefault(sku, 0);
            var needed = going.getOrDefault(sku, 0);
            for (var batch : cooked) {
                if (!batch.sku().equals(sku)) {
                    continue;
                }
                var left = Math.max(0, batch.usable() - passed);
                passed = Math.max(0, passed - batch.usable());
                var taken = Math.min(left, needed);
                needed -= taken;
                if (taken > 0 && !batch.mayLeave(at, rules)) {
                    stale.add(new Stale(sku, batch.batchId(), batch.cookedAt(), taken));
                }
            }
        }
        return List.copyOf(stale);
    }
}
