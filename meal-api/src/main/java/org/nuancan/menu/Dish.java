package org.nuancan.menu;

import java.util.List;
import java.util.Optional;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// A dish of a site, without its price.
///
/// @param sku code as on the price list
/// @param nameZh name in Chinese
/// @param nameEn name in English
/// @param allergens codes such as PEANUT, and free words
/// @param diet diets that the dish suits: codes such as HALAL, and free words
/// @param nutrition nutrition of one portion, if known
public record Dish(
        String sku,
        String nameZh,
        String nameEn,
        List<String> allergens,
        List<String> diet,
        Optional<Nutrition> nutrition) {

    /// Nutrition of one portion.
    ///
    /// @param energyKj energy in kilojoules
    public record Nutrition(
            int energyKj, int proteinMg, int fatMg, int carbohydrateMg, int sodiumMg) {}

    /// Replaces known words by codes.
    public Dish {
        allergens = Allergens.fold(allergens);
        diet = Diets.fold(diet);
    }

    /// The allergens of the dish that an elder must not eat.
    ///
    /// @param forbidden allergens in the elder's record
    public List<String> among(List<String> forbidden) {
        return Allergens.among(allergens, forbidden);
    }

    /// The needs of an elder that the dish does not meet by itself.
    ///
    /// @param needs needs in the elder's record
    public List<String> unmet(List<String> needs) {
        return Diets.unmet(needs, diet);
    }
}
