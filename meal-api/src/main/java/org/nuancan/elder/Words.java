package org.nuancan.elder;

import java.util.Arrays;
import java.util.List;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;

/// A short list of short words in one column, a line each.
public final class Words {

    private Words() {}

    /// The text of the column; empty for an empty list.
    public static String write(List<String> words) {
        return String.join("\n", words);
    }

    private static List<String> read(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split("\n", -1));
    }

    /// Diets by the current list of words: rows may be older than a word of the list.
    public static List<String> diet(String column) {
        return Diets.fold(read(column));
    }

    /// Allergens by the current list of words.
    public static List<String> allergens(String column) {
        return Allergens.fold(read(column));
    }
}
