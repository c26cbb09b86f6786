package org.nuancan.kitchen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// Needs and allergens as they are printed, Chinese and English; words of a record that are not in
/// the lists of `diet` are printed as they stand.
final class DietWords {

    private DietWords() {}

    /// `低盐 low salt · 忌 花生 peanut`; empty if there is nothing to mind.
    static String warning(List<String> needs, List<String> allergens) {
        return Stream.concat(
                        needs.stream().map(Diets::printed),
                        allergens.stream().map(one -> "忌 " + Allergens.printed(one)))
                .collect(Collectors.joining(" · "));
    }

    /// How those eat who get a portion: `低盐 low salt`, `普通 regular`.
    static String diet(String diet) {
        return diet.isEmpty() ? "普通 regular" : warning(List.of(diet.split("\\+", -1)), List.of());
    }
}
