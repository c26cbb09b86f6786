package org.nuancan.diet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// The lists themselves.
class LexiconTest {

    /// Annex II of Regulation (EU) No 1169/2011 has 14 groups; the 8 of GB 7718 are among them.
    @Test
    void the_fourteen_groups_have_words_in_both_languages() {
        var lexicon = Lexicon.read("allergens.txt");

        for (var code :
                Set.of(
                        "GLUTEN",
                        "CRUSTACEAN",
                        "EGG",
                        "FISH",
                        "PEANUT",
                        "SOY",
                        "MILK",
                        "NUT",
                        "CELERY",
                        "MUSTARD",
                        "SESAME",
                        "SULPHITE",
                        "LUPIN",
                        "MOLLUSC")) {
            var term = lexicon.term(code).orElseThrow();
            assertThat(lexicon.meaning(term.zh()).codes()).containsExactly(code);
            assertThat(lexicon.meaning(term.en()).codes()).containsExactly(code);
            assertThat(lexicon.meaning(code).codes()).containsExactly(code);
        }
    }

    @Test
    void the_diets_have_words_in_both_languages() {
        var lexicon = Lexicon.read("diets.txt");

        for (var code :
                Set.of(
                        "LOW_SALT",
                        "LOW_SUGAR",
                        "LOW_FAT",
                        "SOFT",
                        "PUREED",
                        "HALAL",
                        "VEGETARIAN",
                        "VEGAN")) {
            var term = lexicon.term(code).orElseThrow();
            assertThat(lexicon.meaning(term.zh()).codes()).containsExactly(code);
            assertThat(lexicon.meaning(term.en()).codes()).containsExactly(code);
        }
    }
}
