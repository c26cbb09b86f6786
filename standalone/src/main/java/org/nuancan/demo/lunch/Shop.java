package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A site as the service returns it.
///
/// @param prices of today
record Shop(
        String siteId,
        String providerId,
        String name,
        LocalDate listedFrom,
        Optional<LocalDate> listedTo,
        List<Price> prices) {

    /// A line of the price list.
    record Price(String sku, long priceFen, boolean subsidisable, boolean openPrice) {}

    boolean isListedOn(LocalDate date) {
        return !date.isBefore(listedFrom) && (listedTo.isEmpty() || !date.isAfter(listedTo.get()));
    }

    Price price(String sku) {
        return prices.stream()
                .filter(price -> price.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new Disagreement(name + " 没有 · does not sell " + sku));
    }
}
