package org.nuancan.text;

import java.nio.charset.Charset;

/// How usual the characters of a text are in Chinese registers. It compares two readings of the
/// same bytes: GB18030 text that is read as UTF-8 becomes accents, Hebrew and combining marks;
/// UTF-8 text that is read as GB18030 becomes rare characters. ASCII is the same in both.
///
/// Usual characters are those of GB 2312-1980: its level 1 has the 3,755 most used ones, its level
/// 2 another 3,008.
///
/// @param oddity the sum over all characters, 0 for ASCII; a higher sum is less likely to be the
///   right reading
/// @param hasForeign whether there are letters or marks of scripts other than the Chinese
record Usualness(long oddity, boolean hasForeign) {

    private static final int FIRST_ROW = 0xB0;
    private static final int FIRST_ROW_OF_LEVEL_2 = 0xD8;
    private static final int LAST_ROW = 0xF7;
    private static final int FIRST_CELL = 0xA1;
    private static final int LAST_CELL = 0xFE;

    /// The first code point of specials, non-characters and emoji. Their bytes in UTF-8 are no
    /// words in GB18030, except 锟斤拷, the bytes of two U+FFFD.
    private static final int FIRST_SPECIAL = 0xFFF0;

    private static final int USUAL = 1;
    private static final int LESS_USUAL = 2;
    private static final int RARE = 4;
    private static final int PRIVATE = 6;
    private static final int FOREIGN = 12;

    private static final byte[] LEVELS = levels();

    static Usualness of(String text) {
        var sum = 0L;
        var hasForeign = false;
        var before = 0;
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            at += Character.charCount(point);
            if (point >= 0x80) {
                var oddity = oddityOf(before, point, at < text.length() ? text.codePointAt(at) : 0);
                sum += oddity;
                hasForeign |= oddity == FOREIGN;
            }
            before = point;
        }
        return new Usualness(sum, hasForeign);
    }

    private static int oddityOf(int before, int point, int after) {
        if (point < LEVELS.length && LEVELS[point] > 0) {
            return LEVELS[point];
        }
        if (Character.isIdeographic(point)) {
            return RARE;
        }
        if (isMiddleDot(point)) {
            return isOfName(before) && isOfName(after) ? USUAL : FOREIGN;
        }
        if (isAccented(point)) {
            return isAsciiLetter(before) || isAsciiLetter(after) ? USUAL : FOREIGN;
        }
        if (isPunctuation(point)) {
            return USUAL;
        }
        if (Character.getType(point) == Character.PRIVATE_USE) {
            return PRIVATE;
        }
        return point >= FIRST_SPECIAL ? RARE : FOREIGN;
    }

    /// The dot between the parts of a name: 阿卜·买, 阿卜•买, 阿卜・买.
    private static boolean isMiddleDot(int point) {
        return point == '·' || point == '•' || point == '・';
    }

    private static boolean isOfName(int point) {
        return Character.isIdeographic(point) || isAsciiLetter(point);
    }

    private static boolean isAsciiLetter(int point) {
        return point < 0x80 && Character.isLetter(point);
    }

    /// Letters with accents, as in José.
    private static boolean isAccented(int point) {
        return point >= 0xC0 && point <= 0x24F && Character.isLetter(point);
    }

    /// Chinese punctuation, wide digits and letters.
    private static boolean isPunctuation(int point) {
        return (point >= 0x3000 && point <= 0x303F)
                || (point >= 0xFF01 && point <= 0xFF5E)
                || (point >= 0x2013 && point <= 0x2026);
    }

    private static byte[] levels() {
        var levels = new byte[Character.MAX_VALUE + 1];
        for (var row = FIRST_ROW; row <= LAST_ROW; row++) {
            for (var cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
                var point =
                        new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB18030"))
                                .codePointAt(0);
                if (Character.isIdeographic(point)) {
                    levels[point] = (byte) (row < FIRST_ROW_OF_LEVEL_2 ? USUAL : LESS_USUAL);
                }
            }
        }
        return levels;
    }
}
