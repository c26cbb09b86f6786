package org.nuancan.document;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A printed document.
public final class Pdf {

    /// The response header that names the characters of a document that could not be printed.
    public static final String WARNINGS = "X-Print-Warnings";

    private static final int MOST_NAMED = 50;

    private final byte[] bytes;
    private final SortedSet<Integer> missing;

    Pdf(byte[] bytes, Collection<Integer> missing) {
        this.bytes = bytes;
        this.missing = new TreeSet<>(missing);
    }

    /// The content of the file.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// `GLYPH_MISSING U+1F95C U+2A746`: the characters that the fonts of the host lack and that are
    /// replaced by □, at most 50; empty if there are none.
    public Optional<String> warnings() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        missing.stream()
                                .limit(MOST_NAMED)
                                .map("U+%04X"::formatted)
                                .collect(Collectors.joining(" ", "GLYPH_MISSING ", "")));
    }
}
