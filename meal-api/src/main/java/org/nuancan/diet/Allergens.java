package org.nuancan.diet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// Words for allergens. Words of the list have codes; others are compared as they are written.
public final class Allergens {

    private static final Lexicon WORDS = Lexicon.read("allergens.txt");

    private Allergens() {}

    /// Words as they are stored: a word of the list becomes its code, other or longer texts stay as
    /// written. Each occurs once; words that mean "none" are removed.
    public static List<String> fold(Collection<String> words) {
        return WORDS.fold(words);
    }

    /// The allergens of a dish that an elder must not eat: as codes where they have one, else in
    /// the dish's words.
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

    /// A word as it is printed, in Chinese and English. The words of the codes it contains are
    /// added, so that it can be read even if a font lacks its characters.
    public static String printed(String word) {
        return Printed.of(WORDS, word);
    }
}
