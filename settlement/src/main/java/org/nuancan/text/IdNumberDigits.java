package org.nuancan.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The digits of citizens' ID numbers (公民身份号码, GB 11643-1999): 17 digits and a check character.
public final class IdNumberDigits {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /// Maximum number of separators between groups of digits.
    private static final int WIDEST_GAP = 3;

    /// No living person was born earlier, and the register began with this year of birth.
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private IdNumberDigits() {}

    /// Whether a text is an ID number; an X at its end must be in upper case.
    public static boolean are(String text) {
        return text.length() == LENGTH
                && text.chars().limit(LENGTH - 1).allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(LENGTH - 1) == checkOf(text)
                && birthDate(text).isPresent();
    }

    /// Whether a text contains an ID number anywhere, also with gaps of blanks, signs or invisible
    /// characters between its digits, in the wide digits of a Chinese keyboard or in another
    /// script's digits.
    public static boolean areIn(String text) {
        if (text.length() < LENGTH && isAscii(text)) {
            return false;
        }
        var points = Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
        for (var start = 0; start + LENGTH <= points.length; start++) {
            var isBegin = digitOf(points[start]) >= 0;
            var isInside = start > 0 && digitOf(points[start - 1]) >= 0;
            if (isBegin && !isInside && areAt(points, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static boolean areAt(int[] points, int start) {
        var digits = new StringBuilder(LENGTH);
        var at = start;
        for (var gap = 0; at < points.length && digits.length() < LENGTH; at++) {
            var digit = digitOf(points[at]);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                gap = 0;
            } else if (digits.length() == LENGTH - 1 && isX(points[at])) {
                digits.append('X');
            } else if (Character.isLetter(points[at]) || ++gap > WIDEST_GAP) {
                return false;
            }
        }
        var isFollowed = at < points.length && digitOf(points[at]) >= 0;
        return !isFollowed && are(digits.toString());
    }

    private static int digitOf(int point) {
        return Character.digit(point, 10);
    }

    private static boolean isX(int point) {
        return point == 'X' || point == 'x';
    }

    /// The check character that follows the first 17 digits (ISO 7064, MOD 11-2).
    public static char checkOf(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /// The date of birth in a number; empty if the date does not exist in the years 1900 to 2099.
    public static Optional<LocalDate> birthDate(String text) {
        try {
            var date =
                    LocalDate.of(
                            Integer.parseInt(text, 6, 10, 10),
                            Integer.parseInt(text, 10, 12, 10),
                            Integer.parseInt(text, 12, 14, 10));
            return Optional.of(date)
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
