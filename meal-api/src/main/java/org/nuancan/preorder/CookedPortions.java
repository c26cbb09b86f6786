package org.nuancan.preorder;

import java.time.Instant;
import java.util.Map;
import org.nuancan.menu.Menu;

/// How much a kitchen reported cooked of a meal. Orders know nothing of batches, so the kitchen
/// answers.
public interface CookedPortions {

    /// Portions of a dish.
    ///
    /// @param cooked in all batches
    /// @param discarded how many of them were thrown away
    record Count(int cooked, int discarded) {}

    /// Portions by sku, of batches that were reported until an instant, that instant included.
    Map<String, Count> of(Menu.Meal meal, Instant until);
}
