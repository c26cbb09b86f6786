package org.nuancan.console.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a site offers for a meal of a day.
///
/// @param orderUntil when ordering ends
public record Menu(
        String siteId, LocalDate date, String slot, OffsetDateTime orderUntil, List<Item> items) {

    /// One dish.
    ///
    /// @param names by language, if the dish has a card
    /// @param portions how many are offered
    /// @param ordered how many have been ordered
    /// @param left how many can still be ordered
    public record Item(
            String sku,
            Optional<String> name,
            Optional<Map<String, String>> names,
            Optional<Long> priceFen,
            List<String> allergens,
            List<String> diet,
            int portions,
            int ordered,
            int left) {

        /// The name in a language, else any name, else the sku.
        public String name(String language) {
            return names.flatMap(all -> Optional.ofNullable(all.get(language)))
                    .or(() -> name)
                    .orElse(sku);
        }
    }
}
