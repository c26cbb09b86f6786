package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.menu.Menu;
import org.nuancan.preorder.CookedPortions;

/// Counts portions of batches for those who ask whether a meal was cooked at all.
@Singleton
final class PortionsOfBatches implements CookedPortions {

    private final BatchRows batches;

    PortionsOfBatches(BatchRows batches) {
        this.batches = batches;
    }

    @Override
    public Map<String, Count> of(Connection connection, Menu.Meal meal, Instant until)
            throws SQLException {
        var counts = new HashMap<String, Count>();
        for (var batch : batches.reportedBy(connection, meal, until)) {
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
