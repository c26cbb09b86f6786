package org.nuancan.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/// An id as the contract shows it: a text in JSON and in paths, a number inside.
///
/// As a path variable (`Id orderId`), text that is no id becomes [#NONE], which nothing has: 404.
///
/// @param value positive; 0 for none
@Schema(type = "string", example = "740121345678901234")
public record Id(long value) {

    /// Belongs to nothing.
    public static final Id NONE = new Id(0);

    /// Reads an id; text that is none is [#NONE].
    @JsonCreator
    public static Id of(String text) {
        if (text.isEmpty() || text.length() > 19 || text.charAt(0) == '0') {
            return NONE;
        }
        var value = 0L;
        for (var i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value < 0 ? NONE : new Id(value);
    }

    /// The text in JSON.
    @JsonValue
    public String text() {
        return Long.toString(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
