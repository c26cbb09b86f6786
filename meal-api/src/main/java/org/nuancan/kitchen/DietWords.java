package org.nuancan.kitchen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Needs and allergens as they are printed, Chinese and English; words of a record that are not
/// among them are printed as they stand.
final class DietWords {

    private static final Map<String, String> NEEDS =
            Map.of(
                    "LOW_SALT", "低盐 low salt",
                    "LOW_SUGAR", "低糖 low sugar",
                    "SOFT", "软食 soft",
                    "HALAL", "清真 halal",
                    "VEGETARIAN", "素食 vegetarian");

    /// The eight groups of GB 7718, and what else is asked for often.
    private static final Map<String, String> ALLERGENS =
            Map.ofEntries(
                    Map.entry("GLUTEN", "麸质 gluten"),
                    Map.entry("WHEAT", "小麦 wheat"),
                    Map.entry("CRUSTACEAN", "甲壳类 crustacean"),
                    Map.entry("SHRIMP", "虾 shrimp"),
                    Map.entry("FISH", "鱼 fish"),
                    Map.entry("EGG", "蛋 egg"),
                    Map.entry("PEANUT", "花生 peanut"),
                    Map.entry("SOY", "大豆 soy"),
                    Map.entry("MILK", "乳 milk"),
                    Map.entry("NUT", "坚果 nut"),
                    Map.entry("SESAME", "芝麻 sesame"));

    private DietWords() {}

    /// `低盐 low salt · 忌 花生 peanut`; empty if there is nothing to mind.
    static String warning(List<String> needs, List<String> allergens) {
        return Stream.concat(
                        needs.stream().map(need -> word(NEEDS, need)),
                        allergens.stream().map(one -> "忌 " + word(ALLERGENS, one)))
                .collect(Collectors.joining(" · "));
    }

    /// How those eat who get a portion: `低盐 low salt`, `普通 as it is`.
    static String diet(String diet) {
        return diet.isEmpty() ? "普通 regular" : warning(List.of(diet.split("\\+", -1)), List.of());
    }

    private static String word(Map<String, String> words, String word) {
        return words.getOrDefault(word.toUpperCase(Locale.ROOT), word);
    }
}
