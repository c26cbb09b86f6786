package org.nuancan.diet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words for the diets of elders and of dishes. Words of the list have codes; others are compared
/// as they are written.
public final class Diets {

    private static final Lexicon WORDS = Lexicon.read("diets.txt");

    /// Diets that a diet includes: a dish that suits the key also suits the values.
    private static final Map<String, Set<String>> IMPLIED =
            Map.of("VEGAN", Set.of("VEGETARIAN"), "PUREED", Set.of("SOFT"));

    private Diets() {}

    /// Words as they are stored: a word of the list becomes its code, other or longer texts stay as
    /// written. Each occurs once; words that mean "none" are removed.
    public static List<String> fold(Collection<String> words) {
        return WORDS.fold(words);
    }

    /// The needs that a dish does not meet: as codes where they have one, else in the words of the
    /// needs. A need is recognised anywhere in a word (`低盐饮食`); for a dish the whole word must
    /// match, because `非清真` means the opposite.
    public static List<String> unmet(Collection<String> needs, Collection<String> fitness) {
        var fit = new LinkedHashSet<String>();
        var words = new LinkedHashSet<List<String>>();
        for (var word : fitness) {
            var meaning = WORDS.meaning(word);
            if (meaning.isExact()) {
                fit.addAll(meaning.codes());
                meaning.codes().forEach(code -> fit.addAll(IMPLIED.getOrDefault(code, Set.of())));
            } else {
                words.add(Tokens.of(word));
            }
        }
        var unmet = new LinkedHashSet<String>();
        for (var need : needs) {
            var meaning = WORDS.meaning(need);
            meaning.codes().stream().filter(code -> !fit.contains(code)).forEach(unmet::add);
            if (!meaning.rest().isEmpty() && !words.contains(Tokens.of(need))) {
                unmet.add(need);
            }
        }
        return List.copyOf(unmet);
    }

    /// A word as it is printed, in Chinese and English.
    public static String printed(String word) {
        return Printed.of(WORDS, word);
    }
}
