package org.nuancan.diet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words for how somebody eats and for whom a dish is fit. Those of the list have codes; others are
/// compared as they are written.
public final class Diets {

    private static final Lexicon WORDS = Lexicon.read("diets.txt");

    /// Who is fit for the first is fit for the others.
    private static final Map<String, Set<String>> IMPLIED =
            Map.of("VEGAN", Set.of("VEGETARIAN"), "PUREED", Set.of("SOFT"));

    private Diets() {}

    /// Words as they are stored: a word of the list as its code, what is more or other than that as
    /// it was written. Each once; what means that there is none goes.
    public static List<String> fold(Collection<String> words) {
        return WORDS.fold(words);
    }

    /// Which needs a dish does not meet: codes where they have one, else the words of the needs. A
    /// need is understood wherever it stands in a word (`低盐饮食`); a dish is fit only for what it
    /// says in so many words, since `非清真` says the contrary.
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

    /// A word as it is printed, Chinese and English.
    public static String printed(String word) {
        return Printed.of(WORDS, word);
    }
}
