package org.nuancan.elder;

import java.util.List;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// What a kitchen has to know: codes of the lists of `diet`, and free words.
///
/// @param diet such as LOW_SALT
/// @param allergens such as PEANUT
public record Needs(List<String> diet, List<String> allergens) {

    /// Folds words to codes.
    public Needs {
        diet = Diets.fold(diet);
        allergens = Allergens.fold(allergens);
    }
}
