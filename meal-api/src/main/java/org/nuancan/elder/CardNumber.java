package org.nuancan.elder;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a card: 1 to 32 of `[0-9A-Za-z-]`, compared exactly, never somebody's ID number.
///
/// @param value the number
public record CardNumber(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[0-9A-Za-z-]{1,32}");

    /// @throws IllegalArgumentException if it is no card number; the message does not repeat it
    public CardNumber {
        if (!isWellFormed(value) || IdNumber.parse(value).isPresent()) {
            throw new IllegalArgumentException("not a card number");
        }
    }

    /// The number that a text is, if it is one.
    public static Optional<CardNumber> parse(String text) {
        return isWellFormed(text) && IdNumber.parse(text).isEmpty()
                ? Optional.of(new CardNumber(text))
                : Optional.empty();
    }

    /// Whether the characters are those of a card number; it may still be an ID number.
    static boolean isWellFormed(String text) {
        return ALLOWED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
