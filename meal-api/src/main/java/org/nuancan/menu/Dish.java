package org.nuancan.menu;

import java.util.List;
import java.util.Optional;

/// What a site cooks, beside what it costs.
///
/// @param sku as on the price list
/// @param nameZh in Chinese
/// @param nameEn in English
/// @param allergens words as elders' records have them, such as PEANUT or 花生
/// @param diet for whom it is fit, in the order of [Diet]
/// @param nutrition of one portion, if known
public record Dish(
        String sku,
        String nameZh,
        String nameEn,
        List<String> allergens,
        List<Diet> diet,
        Optional<Nutrition> nutrition) {

    /// What is in one portion.
    ///
    /// @param energyKj in kilojoules
    public record Nutrition(
            int energyKj, int proteinMg, int fatMg, int carbohydrateMg, int sodiumMg) {}

    /// Copies the lists.
    public Dish {
        allergens = List.copyOf(allergens);
        diet = diet.stream().distinct().sorted().toList();
    }

    /// What of it somebody must not eat.
    ///
    /// @param forbidden as the elder's record has it
    public List<String> among(List<String> forbidden) {
        return allergens.stream()
                .filter(allergen -> forbidden.stream().anyMatch(allergen::equalsIgnoreCase))
                .toList();
    }
}
