package org.nuancan.ordering;

import java.time.Instant;
import java.util.Map;
import org.nuancan.menu.Menu;

/// Portions that a kitchen reported for a meal. The kitchen package implements this, because orders
/// do not depend on batches.
public interface CookedPortions {

    /// Portions of a dish.
    ///
    /// @param cooked number of portions in all batches
    /// @param discarded number of those that were thrown away
    record Count(int cooked, int discarded) {}

    /// Portions by sku, of batches that were reported until an instant, that instant included.
    Map<String, Count> of(Menu.Meal meal, Instant until);
}
