package org.nuancan.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The digits of citizens' ID numbers (公民身份号码, GB 11643-1999): 17 digits and a check character.
public final class IdNumberDigits {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern LIKE_ONE =
            Pattern.compile("(?<![0-9])(?:[0-9][ -]?){17}[0-9Xx](?![0-9])");
    private static final Pattern GAP = Pattern.compile("[ -]");

    /// Nobody alive was born earlier, and the register began with them.
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private IdNumberDigits() {}

    /// Whether a text is one, an X at its end in upper case.
    public static boolean are(String text) {
        return text.length() == LENGTH
                && text.chars().limit(LENGTH - 1).allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(LENGTH - 1) == checkOf(text)
                && birthDate(text).isPresent();
    }

    /// Whether a text contains one anywhere, also with gaps between its digits or in the wide
    /// digits of a Chinese keyboard.
    public static boolean areIn(String text) {
        return LIKE_ONE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .results()
                .map(found -> GAP.matcher(found.group()).replaceAll(""))
                .anyMatch(found -> are(upper(found)));
    }

    private static String upper(String digits) {
        return digits.replace('x', 'X');
    }

    /// The check character that follows the first 17 digits (ISO 7064, MOD 11-2).
    public static char checkOf(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /// The date of birth in a number; empty if there is no such day in the years 1900 to 2099.
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
