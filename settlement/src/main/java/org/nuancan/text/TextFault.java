package org.nuancan.text;

/// Reason why a text from outside is refused.
public enum TextFault {
    /// It has no visible characters, and the field is required.
    EMPTY,
    /// More characters, or more bytes in UTF-8, than the field allows.
    TOO_LONG,
    /// A control character or an invisible formatting character, line breaks included.
    CONTROL,
    /// Half of a surrogate pair, or a code point that Unicode reserves as no character.
    NO_CHARACTER,
    /// A blank or invisible character at the start or the end, where the rule does not remove it.
    INVISIBLE_END,
    /// A character outside printable ASCII, in an identifier.
    NOT_ASCII,
    /// A citizen's ID number, which no free text may contain.
    ID_NUMBER
}
