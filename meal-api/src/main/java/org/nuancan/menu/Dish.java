package org.nuancan.menu;

import java.util.List;
import java.util.Optional;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// What a site cooks, beside what it costs.
///
/// @param sku as on the price list
/// @param nameZh in Chinese
/// @param nameEn in English
/// @param allergens codes as PEANUT, and free words
/// @param diet for whom it is fit: codes as HALAL, and free words
/// @param nutrition of one portion, if known
public record Dish(
        String sku,
        String nameZh,
        String nameEn,
        List<String> allergens,
        List<String> diet,
        Optional<Nutrition> nutrition) {

    /// What is in one portion.
    ///
    /// @param energyKj in kilojoules
    public record Nutrition(
            int energyKj, int proteinMg, int fatMg, int carbohydrateMg, int sodiumMg) {}

    /// Folds words to codes.
    public Dish {
        allergens = Allergens.fold(allergens);
        diet = Diets.fold(diet);
    }

    /// What of it somebody must not eat.
    ///
    /// @param forbidden as the elder's record has it
    public List<String> among(List<String> forbidden) {
        return Allergens.among(allergens, forbidden);
    }

    /// Which needs of somebody it does not meet by itself.
    ///
    /// @param needs as the elder's record has them
    public List<String> unmet(List<String> needs) {
        return Diets.unmet(needs, diet);
    }
}
