package org.nuancan.diet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Splits words into tokens for comparison: one for each character of a script without blanks and
/// for each pictogram, one for each word of other scripts. Case, width, accents and the English
/// plural are ignored, blanks are removed, and punctuation separates words. Pure.
final class Tokens {

    /// A token for punctuation between two words.
    static final String BREAK = "";

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Tokens() {}

    static List<String> of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        var tokens = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints()
                .forEach(point -> {
                    if (isOfAWord(point)) {
                        word.appendCodePoint(point);
                        return;
                    }
                    end(word, tokens);
                    if (standsAlone(point)) {
                        tokens.add(Character.toString(point));
                    } else if (!isBlank(point) && !isLastBreak(tokens)) {
                        tokens.add(BREAK);
                    }
                });
        end(word, tokens);
        return List.copyOf(tokens);
    }

    private static void end(StringBuilder word, List<String> tokens) {
        if (!word.isEmpty()) {
            tokens.add(singular(word.toString()));
            word.setLength(0);
        }
    }

    private static boolean isLastBreak(List<String> tokens) {
        return !tokens.isEmpty() && tokens.getLast().equals(BREAK);
    }

    private static boolean isOfAWord(int point) {
        return Character.isLetterOrDigit(point) && !isWritten(point);
    }

    private static boolean standsAlone(int point) {
        return isWritten(point)
                || Character.getType(point) == Character.OTHER_SYMBOL
                || Character.getType(point) == Character.UNASSIGNED;
    }

    /// Whether a character belongs to a script without blanks between words.
    private static boolean isWritten(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    /// Whether a character is removed: blanks, joiners and variation selectors of pictograms, and
    /// hyphens and low lines between words.
    private static boolean isBlank(int point) {
        return Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || point == '-'
                || point == '_'
                || point == '\'';
    }

    private static String singular(String word) {
        if (word.length() <= 3 || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (var ending : List.of("shes", "ches", "xes", "sses", "oes")) {
            if (word.endsWith(ending)) {
                return word.substring(0, word.length() - 2);
            }
        }
        return word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")
                ? word
                : word.substring(0, word.length() - 1);
    }
}
