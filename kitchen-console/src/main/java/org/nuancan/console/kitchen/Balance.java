package org.nuancan.console.kitchen;

import java.util.List;
import java.util.Optional;

/// Portions ordered, cooked and gone, dish by dish.
public record Balance(List<Line> items) {

    /// One dish.
    public record Line(
            String sku, int ordered, int produced, int dispatched, int delivered, int left) {}

    /// The line of a dish.
    public Optional<Line> of(String sku) {
        return items.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }
}
