package org.nuancan.http.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.nuancan.text.IdNumberDigits;

/// An id as the contract shows it: a text in JSON and in paths, a number inside.
///
/// As a path variable (`Id orderId`), a text that is no id becomes [#NONE], which matches no
/// record: 404. A citizen's ID number is refused before that (400).
///
/// @param value positive; 0 for none
@Schema(type = "string", example = "740121345678901234")
public record Id(long value) {

    /// Matches no record.
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

    /// Whether a text in an address is a citizen's ID number and not an id. Ids that this service
    /// makes begin with 9 and have 18 digits until July 2027, 19 afterwards; so a text of this form
    /// that looks like an ID number is taken as an id. Only the ID numbers of foreigners with
    /// permanent residence begin with 9, too; they lead to 404.
    public static boolean isIdNumber(String text) {
        var isMade = text.length() == 18 && text.startsWith("9") && !of(text).equals(NONE);
        return !isMade && IdNumberDigits.areIn(text);
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
