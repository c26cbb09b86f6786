package org.nuancan.elder;

import java.util.Arrays;
import java.util.List;

/// A short list of short words in one column, a line each.
final class Words {

    private Words() {}

    static String write(List<String> words) {
        return String.join("\n", words);
    }

    static List<String> read(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split("\n", -1));
    }
}
