package org.nuancan.document;

import java.util.SortedSet;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;

/// Replaces characters without a glyph by □, because a PDF would show nothing in their places, and
/// remembers them. Use one instance for each document.
final class Glyphs {

    private static final int BOX = '□';
    private static final int LAST_OF_THE_FIRST_PLANE = 0xFFFF;
    private static final int JOINER = 0x200D;

    private final SortedSet<Integer> missing = new TreeSet<>();

    /// The text in which missing characters are replaced.
    String shown(String text, BaseFont face) {
        var shown = new StringBuilder(text.length());
        var isJoined = false;
        var points = text.codePoints().toArray();
        for (var at = 0; at < points.length; at++) {
            var point = points[at];
            if (Character.isWhitespace(point) || has(face, point)) {
                shown.appendCodePoint(point);
                isJoined = false;
            } else if (isInvisible(point)) {
                isJoined = point == JOINER || isJoined;
            } else {
                missing.add(point);
                if (!isJoined) {
                    shown.appendCodePoint(has(face, BOX) ? BOX : '?');
                }
                isJoined = false;
            }
        }
        return shown.toString();
    }

    /// The characters that were replaced.
    SortedSet<Integer> missing() {
        return missing;
    }

    private static boolean has(BaseFont face, int point) {
        // Fonts that come with PDF readers support the first Unicode plane only.
        return (point <= LAST_OF_THE_FIRST_PLANE || face.getFontType() != BaseFont.FONT_TYPE_CJK)
                && face.charExists(point);
    }

    /// Joiners, variation selectors and skin tones, which change the pictogram before them.
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.NON_SPACING_MARK
                || (point >= 0x1F3FB && point <= 0x1F3FF);
    }
}
