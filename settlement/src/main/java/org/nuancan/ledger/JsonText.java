package org.nuancan.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/// Writes strings as JSON, always with the same bytes for the same text (RFC 8785, 3.2.2.2). Hashed
/// texts are written only with this class.
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /// Appends `value` in quotes.
    @CanIgnoreReturnValue
    public static StringBuilder quote(StringBuilder text, String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            append(text, value.charAt(i));
        }
        return text.append('"');
    }

    private static void append(StringBuilder text, char sign) {
        switch (sign) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (sign < ' ') {
                    text.append("\\u00")
                            .append(HEX.charAt(sign >> 4))
                            .append(HEX.charAt(sign & 15));
                } else {
                    text.append(sign);
                }
            }
        }
    }
}
