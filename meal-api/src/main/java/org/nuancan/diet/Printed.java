package org.nuancan.diet;

import java.util.stream.Collectors;

/// Formats words for printing. Pure.
final class Printed {

    private Printed() {}

    /// The printed form: `花生 peanut` for a code and for a word of the list; `花生碎饼 (花生 peanut)` for
    /// a word that only contains one; other words unchanged.
    static String of(Lexicon words, String word) {
        var meaning = words.meaning(word);
        var terms =
                meaning.codes().stream()
                        .flatMap(code -> words.term(code).stream())
                        .map(Lexicon.Term::printed)
                        .collect(Collectors.joining("、"));
        if (terms.isEmpty()) {
            return word;
        }
        return meaning.isExact() && meaning.codes().size() == 1
                ? terms
                : "%s (%s)".formatted(word, terms);
    }
}
