package org.nuancan.policy.fact;

/// An administrative division: 2 to 9 digits of GB/T 2260 and the street's code. `11` is Beijing,
/// `110105` Chaoyang, `110105012` a street there.
///
/// @param code the digits
public record Division(String code) implements Comparable<Division> {

    /// @throws IllegalArgumentException if `code` is not 2 to 9 digits
    public Division {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a division of 2 to 9 digits: " + code);
        }
    }

    /// Whether a text is 2 to 9 digits of ASCII.
    public static boolean isCode(String text) {
        return text.length() >= 2
                && text.length() <= 9
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /// Whether this division is the other or is inside it.
    public boolean liesIn(Division other) {
        return code.startsWith(other.code);
    }

    /// Whether both have the same first `digits`; a shorter code is compared whole.
    public boolean isAlike(Division other, int digits) {
        var length = Math.min(code.length(), digits);
        return length == Math.min(other.code.length(), digits)
                && code.regionMatches(0, other.code, 0, length);
    }

    /// The first `digits` of the code, or all of a shorter one.
    public String cutTo(int digits) {
        return code.length() <= digits ? code : code.substring(0, digits);
    }

    @Override
    public int compareTo(Division other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
