package org.nuancan.text;

/// Outcome of reading a text by a [TextRule].
public sealed interface TextReading {

    /// The text in the form for comparing and storing.
    record Accepted(String text) implements TextReading {}

    /// The text breaks the rule; the text is not repeated here, since it may contain an ID number.
    record Refused(TextFault fault) implements TextReading {}
}
