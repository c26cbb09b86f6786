package org.nuancan.till;

/// Formats of texts that tills make and that are compared exactly: references, shifts, local ids.
public final class ReferenceText {

    /// No space at either end, since databases ignore it in comparisons; no control characters.
    public static final String TEXT = "[^\\s\\p{Cntrl}]([^\\p{Cntrl}]*[^\\s\\p{Cntrl}])?";

    /// The greatest number of a sale that every JSON parser reads exactly (RFC 8259, section 6).
    public static final long LAST_SEQUENCE = (1L << 53) - 1;

    private ReferenceText() {}
}
