package org.nuancan.text;

/// Outcome of reading a text by a [TextRule].
public sealed interface TextReading {

    /// The text as it is to be compared and stored.
    record Accepted(String text) implements TextReading {}

    /// The text breaks the rule; it is not repeated here, since it may hold an ID number.
    record Refused(TextFault fault) implements TextReading {}
}
