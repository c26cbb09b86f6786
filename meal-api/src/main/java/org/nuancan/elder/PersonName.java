package org.nuancan.elder;

/// A person's name; its text form is masked.
///
/// @param value the whole name
public record PersonName(String value) {

    private static final int LONGEST = 100;

    /// @throws IllegalArgumentException if it is blank or longer than 100 characters; the message
    ///   does not repeat it
    public PersonName {
        value = value.strip();
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to 100 characters");
        }
    }

    /// The first and the last character, as `张*生`; of two only the first, of one none.
    public String masked() {
        var characters = value.codePoints().toArray();
        var masked = new StringBuilder();
        for (var i = 0; i < characters.length; i++) {
            var isShown =
                    i == 0
                            ? characters.length > 1
                            : characters.length > 2 && i == characters.length - 1;
            masked.appendCodePoint(isShown ? characters[i] : '*');
        }
        return masked.toString();
    }

    @Override
    public String toString() {
        return masked();
    }
}
