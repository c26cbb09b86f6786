package org.nuancan.kitchen.batch;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.CookedPortions;

/// Counts the portions of batches, for checks whether a meal was cooked.
@Singleton
class PortionsOfBatches implements CookedPortions {

    private final CookedBatches batches;

    PortionsOfBatches(CookedBatches batches) {
        this.batches = batches;
    }

    @Override
    @ReadOnly
    public Map<String, Count> of(Menu.Meal meal, Instant until) {
        var counts = new HashMap<String, Count>();
        for (var batch : batches.reportedBy(meal, until)) {
            counts.merge(
                    batch.sku(),
                    new Count(batch.portions(), batch.discarded()),
                    (one, other) ->
                            new Count(
                                    one.cooked() + other.cooked(),
                                    one.discarded() + other.discarded()));
        }
        return counts;
    }
}
