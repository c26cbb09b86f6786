package org.nuancan.elder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A citizen's ID number (公民身份号码, GB 11643-1999): 17 digits and a check character.
///
/// Its text form is masked, so that it can stand in no log and no message in the clear.
///
/// @param value the 18 characters, an `x` at the end in upper case
public record IdNumber(String value) {

    private static final int LENGTH = 18;
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 1;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /// @throws IllegalArgumentException if it is no ID number; the message does not repeat it
    public IdNumber {
        value = value.toUpperCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an ID number by GB 11643");
        }
    }

    /// The number that a text is, if it is one.
    public static Optional<IdNumber> parse(String text) {
        return isValid(text.toUpperCase(Locale.ROOT))
                ? Optional.of(new IdNumber(text))
                : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() == LENGTH
                && text.chars().limit(LENGTH - 1).allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(LENGTH - 1) == checkOf(text)
                && birthDateIn(text).isPresent();
    }

    /// The check character that follows the first 17 digits (ISO 7064, MOD 11-2).
    static char checkOf(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static Optional<LocalDate> birthDateIn(String text) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(text, 6, 10, 10),
                            Integer.parseInt(text, 10, 12, 10),
                            Integer.parseInt(text, 12, 14, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The day of birth.
    public LocalDate birthDate() {
        return birthDateIn(value).orElseThrow();
    }

    /// The sex, by the 17th digit: odd for men.
    public Sex sex() {
        return (value.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /// As `110105***********X`: birth date and sex are told beside it, and the sequence must not
    /// be.
    public String masked() {
        return value.substring(0, SHOWN_FIRST)
                + "*".repeat(LENGTH - SHOWN_FIRST - SHOWN_LAST)
                + value.substring(LENGTH - SHOWN_LAST);
    }

    @Override
    public String toString() {
        return masked();
    }
}
