package org.nuancan.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/// The rule for one text field that is filled from outside. All inputs use it: JSON, CSV, bank
/// files, forms, headers.
///
/// - [#words] is for words that people write. They are normalised to Unicode NFC, each run of
///   blanks becomes one plain blank, and blanks at the ends are removed. So two texts that look
///   alike are stored alike, and no stored text ends in a blank, which MySQL and Java compare
///   differently.
/// - [#name] is the same, but blanks at the ends are refused: for names that are used as keys.
/// - [#identifier] is for references and codes of other systems: printable ASCII, stored unchanged.
///
/// All refuse controls, invisible formatting characters, halves of surrogate pairs, non-characters
/// and ID numbers (GB 11643-1999). Lengths count Unicode code points, as MySQL does.
///
/// @param longest maximum number of characters, as in the column
/// @param mostBytes maximum number of bytes in UTF-8, for columns that are limited in bytes
public record TextRule(Kind kind, int longest, int mostBytes, boolean canBeEmpty) {

    /// The accepted characters and the treatment of blanks.
    public enum Kind {
        /// Words that people write; blanks at the ends are removed.
        WORDS,
        /// A name that is a key; blanks at the ends are refused.
        NAME,
        /// Printable ASCII without blanks at the ends.
        IDENTIFIER
    }

    private static final int BYTES_OF_A_CHARACTER = 4;

    /// Words of 1 to `longest` characters.
    public static TextRule words(int longest) {
        return new TextRule(Kind.WORDS, longest, longest * BYTES_OF_A_CHARACTER, false);
    }

    /// A name of 1 to `longest` characters that is used as a key.
    public static TextRule name(int longest) {
        return new TextRule(Kind.NAME, longest, longest * BYTES_OF_A_CHARACTER, false);
    }

    /// An identifier of 1 to `longest` characters of printable ASCII.
    public static TextRule identifier(int longest) {
        return new TextRule(Kind.IDENTIFIER, longest, longest, false);
    }

    /// The same rule, which also accepts an empty text.
    public TextRule orEmpty() {
        return new TextRule(kind, longest, mostBytes, true);
    }

    /// The same rule for a column with a maximum number of bytes in UTF-8.
    public TextRule atMostBytes(int bytes) {
        return new TextRule(kind, longest, bytes, canBeEmpty);
    }

    /// Checks a text and normalises it.
    public TextReading read(String text) {
        var folded = kind == Kind.IDENTIFIER ? text : Characters.fold(text);
        return faultOf(text, folded)
                .<TextReading>map(TextReading.Refused::new)
                .orElseGet(() -> new TextReading.Accepted(folded));
    }

    private Optional<TextFault> faultOf(String text, String folded) {
        var characters = faultOfCharacters(text);
        if (characters.isPresent()) {
            return characters;
        }
        if (folded.isEmpty() && !canBeEmpty) {
            return Optional.of(TextFault.EMPTY);
        }
        if (isTooLong(folded)) {
            return Optional.of(TextFault.TOO_LONG);
        }
        return IdNumberDigits.areIn(folded) ? Optional.of(TextFault.ID_NUMBER) : Optional.empty();
    }

    private Optional<TextFault> faultOfCharacters(String text) {
        if (Characters.isPlain(text)) {
            return Optional.empty();
        }
        if (text.codePoints().anyMatch(Characters::isNoCharacter)) {
            return Optional.of(TextFault.NO_CHARACTER);
        }
        if (text.codePoints().anyMatch(Characters::isControl)) {
            return Optional.of(TextFault.CONTROL);
        }
        if (kind == Kind.IDENTIFIER && !text.codePoints().allMatch(Characters::isPrintableAscii)) {
            return Optional.of(TextFault.NOT_ASCII);
        }
        return kind != Kind.WORDS && Characters.hasInvisibleEnd(text)
                ? Optional.of(TextFault.INVISIBLE_END)
                : Optional.empty();
    }

    private boolean isTooLong(String folded) {
        return folded.codePointCount(0, folded.length()) > longest
                || (folded.length() > mostBytes / BYTES_OF_A_CHARACTER
                        && folded.getBytes(StandardCharsets.UTF_8).length > mostBytes);
    }

    /// Normalises words as [#words] does, without checking them: for comparisons with accepted
    /// words.
    public static String fold(String text) {
        return Characters.fold(text);
    }

    /// The first `longest` characters of a text; a surrogate pair is not split.
    public static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /// Classes of characters by the Unicode standard.
    private static final class Characters {

        private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
        private static final int ZERO_WIDTH_JOINER = 0x200D;

        static String fold(String text) {
            if (isPlain(text)) {
                return text;
            }
            var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            var folded = new StringBuilder(composed.length());
            var points = composed.codePoints().toArray();
            var end = points.length;
            while (end > 0 && isInvisible(points[end - 1])) {
                end--;
            }
            var start = 0;
            while (start < end && isInvisible(points[start])) {
                start++;
            }
            for (var i = start; i < end; i++) {
                if (!isBlank(points[i])) {
                    folded.appendCodePoint(points[i]);
                } else if (!isBlank(points[i - 1])) {
                    folded.append(' ');
                }
            }
            return folded.toString();
        }

        /// Whether a text is printable ASCII without a blank that folding would change, as most
        /// texts of tills are.
        static boolean isPlain(String text) {
            var previous = (int) ' ';
            for (var i = 0; i < text.length(); i++) {
                var character = text.charAt(i);
                if (!isPrintableAscii(character) || (character == ' ' && previous == ' ')) {
                    return false;
                }
                previous = character;
            }
            return text.isEmpty() || previous != ' ';
        }

        static boolean hasInvisibleEnd(String text) {
            return !text.isEmpty()
                    && (isInvisible(text.codePointAt(0))
                            || isInvisible(text.codePointBefore(text.length())));
        }

        /// Halves of surrogate pairs, and the 66 non-characters (Unicode 16, section 23.7).
        static boolean isNoCharacter(int point) {
            return Character.getType(point) == Character.SURROGATE
                    || (point >= 0xFDD0 && point <= 0xFDEF)
                    || (point & 0xFFFE) == 0xFFFE
                    || point == 0xFFFD;
        }

        /// Controls and formatting characters. The two joiners are not counted: emoji and some
        /// scripts need them inside a word.
        static boolean isControl(int point) {
            var type = Character.getType(point);
            return type == Character.CONTROL || (type == Character.FORMAT && !isJoiner(point));
        }

        static boolean isPrintableAscii(int point) {
            return point >= ' ' && point <= '~';
        }

        private static boolean isInvisible(int point) {
            return isBlank(point) || isJoiner(point);
        }

        private static boolean isJoiner(int point) {
            return point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
        }

        /// Blanks of any kind, and the letters that are drawn as blanks: Hangul fillers and the
        /// empty Braille pattern.
        private static boolean isBlank(int point) {
            return Character.isSpaceChar(point)
                    || switch (point) {
                        case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
                        default -> false;
                    };
        }
    }
}
