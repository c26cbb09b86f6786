package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Grant;

/// A meal that was ordered.
///
/// @param pin the number that proves a delivery, for those who may see it
/// @param failureReason why it failed, if it did
/// @param elderPaysFen what the elder pays by the quote that the order holds
public record Order(
        String orderId,
        String state,
        Eater elder,
        String siteId,
        Optional<String> deliveryProviderId,
        LocalDate serviceDate,
        String slot,
        String fulfilment,
        List<Item> items,
        String address,
        Optional<String> pin,
        OffsetDateTime placedAt,
        String placedBy,
        Optional<String> failureReason,
        long grossFen,
        long elderPaysFen,
        List<Grant> grants,
        List<Entry> history) {

    /// The person who eats the meal.
    public record Eater(
            String elderId, String maskedName, List<String> diet, List<String> allergens) {}

    /// One dish or fee.
    public record Item(String sku, String name, int quantity, long unitPriceFen, boolean fee) {}

    /// One step of its history.
    public record Entry(
            String kind,
            String outcome,
            String by,
            OffsetDateTime happenedAt,
            Optional<String> reason) {}

    /// Whether it can still be cancelled, as far as its state says.
    public boolean isOpen() {
        return List.of("PLACED", "ACCEPTED").contains(state);
    }

    /// Its dishes without fees, as text.
    public String dishes() {
        return String.join(
                "、",
                items.stream()
                        .filter(item -> !item.fee())
                        .map(item -> item.name() + " ×" + item.quantity())
                        .toList());
    }
}
