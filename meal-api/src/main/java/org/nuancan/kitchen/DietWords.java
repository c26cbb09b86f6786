package org.nuancan.kitchen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// Words for needs and allergens as they are printed, in Chinese and English. Words of a record
/// that are not in the lists of `diet` are printed unchanged.
final class DietWords {

    private DietWords() {}

    /// The warning for a label: `低盐 low salt · 忌 花生 peanut`; empty if there are no needs or
    /// allergens.
    static String warning(List<String> needs, List<String> allergens) {
        return Stream.concat(
                        needs.stream().map(Diets::printed),
                        allergens.stream().map(one -> "忌 " + Allergens.printed(one)))
                .collect(Collectors.joining(" · "));
    }

    /// The diet of the eaters of a portion: `低盐 low salt`, `普通 regular`.
    static String diet(String diet) {
        return diet.isEmpty() ? "普通 regular" : warning(List.of(diet.split("\\+", -1)), List.of());
    }
}
