package org.nuancan.console.page;

import java.util.Locale;

/// Fen as they are read: whole numbers in, text out, nothing rounded.
public final class Yuan {

    private static final long FEN = 100;

    private Yuan() {}

    /// `¥12.05`, `−¥1,234.00` with a true minus sign.
    public static String of(long fen) {
        // The remainder and the quotient are negated apart: the smallest long has no positive.
        var yuan = Math.absExact(fen / FEN);
        var rest = Math.absExact(fen % FEN);
        return String.format(Locale.ROOT, "%s¥%,d.%02d", fen < 0 ? "−" : "", yuan, rest);
    }
}
