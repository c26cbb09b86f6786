package org.nuancan.kitchen;

import java.util.List;

/// One dish of an order.
///
/// @param quantity number of portions
/// @param unmet needs of the eater that the dish does not meet by itself
/// @param forbidden allergens of the eater that the dish contains; the order was placed in
///   knowledge of them
public record Plate(
        String sku,
        String nameZh,
        String nameEn,
        int quantity,
        List<String> unmet,
        List<String> forbidden) {

    /// Copies the lists.
    public Plate {
        unmet = List.copyOf(unmet);
        forbidden = List.copyOf(forbidden);
    }

    boolean isDifferent() {
        return !unmet.isEmpty() || !forbidden.isEmpty();
    }
}
