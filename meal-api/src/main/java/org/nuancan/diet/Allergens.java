package org.nuancan.diet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// Words for allergens. Those of the list have codes; others are compared as they are written.
public final class Allergens {

    private static final Lexicon WORDS = Lexicon.read("allergens.txt");

    private Allergens() {}

    /// Words as they are stored: a word of the list as its code, what is more or other than that as
    /// it was written. Each once; what means that there is none goes.
    public static List<String> fold(Collection<String> words) {
        return WORDS.fold(words);
    }

    /// What a dish holds of what somebody must not eat: codes where they have one, else the dish's
    /// words.
    public static List<String> among(Collection<String> ofDish, Collection<String> forbidden) {
        var found = new LinkedHashSet<String>();
        for (var word : ofDish) {
            var held = WORDS.meaning(word);
            for (var other : forbidden) {
                var minded = WORDS.meaning(other);
                held.codes().stream().filter(minded.codes()::contains).forEach(found::add);
                if (held.sharesRest(minded)) {
                    found.add(word);
                }
            }
        }
        return List.copyOf(found);
    }

    /// A word as it is printed, Chinese and English; with the words of the codes it names beside
    /// it, so that it can be read though a font lacks its characters.
    public static String printed(String word) {
        return Printed.of(WORDS, word);
    }
}
