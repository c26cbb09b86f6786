package org.nuancan.elder;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.nuancan.text.IdNumberDigits;

/// A citizen's ID number (公民身份号码, GB 11643-1999): 17 digits and a check character.
///
/// Its text form is masked, so that it can stand in no log and no message in the clear.
///
/// @param value the 18 characters, an `x` at the end in upper case
public record IdNumber(String value) {

    private static final int LENGTH = 18;
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 1;

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
        return IdNumberDigits.are(text);
    }

    /// The check character that follows the first 17 digits (ISO 7064, MOD 11-2).
    static char checkOf(String digits) {
        return IdNumberDigits.checkOf(digits);
    }

    /// The day of birth.
    public LocalDate birthDate() {
        return IdNumberDigits.birthDate(value).orElseThrow();
    }

    /// The sex, by the 17th digit: odd for men.
    public Sex sex() {
        return (value.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /// As `110105***********X`: birth date and sex are shown beside it, and the sequence must not
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
