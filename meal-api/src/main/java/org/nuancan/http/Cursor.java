package org.nuancan.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The end of a page: the sort keys of its last item, opaque to callers.
///
/// @param keys the sort keys, without line breaks
public record Cursor(List<String> keys) {

    public Cursor {
        keys = List.copyOf(keys);
    }

    /// A cursor of these sort keys.
    public static Cursor of(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /// The text that callers send back.
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
    }

    /// Reads the text of a cursor; empty if it is none that this service made.
    static Optional<Cursor> read(String text) {
        try {
            var keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return keys.chars().allMatch(Cursor::isOurs)
                    ? Optional.of(new Cursor(List.of(keys.split("\n", -1))))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(int character) {
        return character == '\n' || (character >= ' ' && character <= '~');
    }

    /// A sort key that is a number.
    ///
    /// @throws ProblemException `REQUEST_INVALID` if this cursor has no such number
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException _) {
            throw Paging.refused();
        }
    }

    /// A sort key.
    ///
    /// @throws ProblemException `REQUEST_INVALID` if this cursor has no such key
    public String text(int index) {
        if (index >= keys.size()) {
            throw Paging.refused();
        }
        return keys.get(index);
    }
}
