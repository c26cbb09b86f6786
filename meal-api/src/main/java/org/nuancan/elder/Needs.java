package org.nuancan.elder;

import java.util.List;

/// What a kitchen has to know.
///
/// @param diet such as 低盐
/// @param allergens such as 花生
public record Needs(List<String> diet, List<String> allergens) {

    /// Copies the lists.
    public Needs {
        diet = List.copyOf(diet);
        allergens = List.copyOf(allergens);
    }
}
