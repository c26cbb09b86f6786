package org.nuancan.console.money;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Fen as text in yuan, written and read digit by digit: nothing is rounded.
public final class Yuan {

    private static final long FEN = 100;
    private static final Pattern PLAIN = Pattern.compile("(-?)(\\d{1,16})(?:\\.(\\d{1,2}))?");

    private Yuan() {}

    /// `¥12.05`, `−¥1,234.00` with a true minus sign.
    public static String of(long fen) {
        return String.format(Locale.ROOT, "%s¥%,d.%02d", fen < 0 ? "−" : "", whole(fen), rest(fen));
    }

    /// `12.05`, `-1234.00`: as forms and files take it.
    public static String plain(long fen) {
        return String.format(Locale.ROOT, "%s%d.%02d", fen < 0 ? "-" : "", whole(fen), rest(fen));
    }

    /// Reads `12`, `12.5`, `12.05` or `1,234.00` as fen; empty for any other text.
    public static OptionalLong parse(String text) {
        var parts = PLAIN.matcher(text.replace(",", ""));
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        var decimals = parts.group(3) == null ? "00" : (parts.group(3) + "0").substring(0, 2);
        var fen = Long.parseLong(parts.group(2)) * FEN + Long.parseLong(decimals);
        return OptionalLong.of(parts.group(1).isEmpty() ? fen : -fen);
    }

    // The quotient and the remainder are negated apart: the smallest long has no positive.
    private static long whole(long fen) {
        return Math.absExact(fen / FEN);
    }

    private static long rest(long fen) {
        return Math.absExact(fen % FEN);
    }
}
