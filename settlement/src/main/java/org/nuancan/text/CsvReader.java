package org.nuancan.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Reads CSV (RFC 4180) from a spreadsheet, and accounts for each of its lines: a line belongs to
/// exactly one row, or is blank, or is reported as broken.
///
/// - A quote opens a quoted cell only at the cell's start; elsewhere it is an ordinary character.
/// - Blanks around a quoted cell are ignored.
/// - A quoted cell may have line breaks. But if one of its lines looks like a row (three cells or
///   more, or fifteen digits together), its quotes were probably not meant as a pair: then no line
///   of it is read, since reading it would hide rows. The same applies if text follows the closing
///   quote, or if the row with line breaks has another number of cells than the header.
/// - If a quote is never closed, all lines from there to the end are broken.
///
/// It keeps one row in memory; sizes of rows and cells are limited.
public final class CsvReader implements Iterator<CsvReader.Row> {

    /// Maximum number of characters of a cell.
    public static final int LONGEST_CELL = 10_000;

    /// Maximum number of cells of a row.
    public static final int MOST_CELLS = 500;

    private static final int CELLS_OF_A_ROW = 3;
    private static final int DIGITS_OF_A_ROW = 15;
    private static final char QUOTE = '"';

    /// A row or a broken line.
    public sealed interface Row {

        /// The line of the file where it begins, counted from 1.
        int line();

        /// A row.
        ///
        /// @param lines number of lines
        record Cells(int line, int lines, List<String> cells) implements Row {}

        /// A line that cannot be read.
        ///
        /// @param begin the line on which the quote opened
        record Broken(int line, int begin, Why why) implements Row {}
    }

    /// Why a line is broken.
    public enum Why {
        /// Quotes are not in pairs, or the text between them looks like rows.
        QUOTES,
        /// A quote is open at the end of the file.
        NEVER_CLOSED,
        /// More than [#LONGEST_CELL] characters in a cell, or more than [#MOST_CELLS] cells.
        TOO_LONG
    }

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /// Number of cells of the header; 0 before it is read.
    private int width;

    private int lastBroken;
    private Row.Broken broken = new Row.Broken(0, 0, Why.QUOTES);

    private CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
        skipBlankLines();
    }

    /// The rows of a text. Cells are separated by tabs if its first line has a tab and no comma, as
    /// in UTF-16 files of spreadsheets, otherwise by commas.
    public static CsvReader of(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return new CsvReader(text, first.contains("\t") && !first.contains(",") ? '\t' : ',');
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    /// The next row, or the next broken line. The first row is the header, which sets the number of
    /// cells.
    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (line > lastBroken) {
            var reading = new Reading();
            var row = reading.row();
            if (row instanceof Row.Cells cells) {
                width = width == 0 ? cells.cells().size() : width;
                at = afterBreak(reading.here);
                line = reading.lineHere + 1;
                skipBlankLines();
                return row;
            }
            broken = (Row.Broken) row;
            lastBroken = broken.why() == Why.NEVER_CLOSED ? Integer.MAX_VALUE : reading.lineHere;
        }
        var next = new Row.Broken(line, broken.begin(), broken.why());
        goToNextLine();
        skipBlankLines();
        return next;
    }

    private void skipBlankLines() {
        while (at < text.length()) {
            var end = at;
            while (end < text.length() && isBlank(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && !isBreak(text.charAt(end))) {
                return;
            }
            goToNextLine();
        }
    }

    private void goToNextLine() {
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        at = afterBreak(at);
        line++;
    }

    private int afterBreak(int end) {
        if (end >= text.length()) {
            return text.length();
        }
        var isTwo =
                text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
        return end + (isTwo ? 2 : 1);
    }

    private boolean isBlank(char c) {
        return c != separator && !isBreak(c) && (Character.isWhitespace(c) || c == '\u00A0');
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /// Reads one row from the current position of the text.
    private final class Reading {

        private final List<String> cells = new ArrayList<>();
        private final int begin = line;
        private int here = at;
        private int lineHere = line;
        private int openedOn = line;
        private boolean hidesRows;
        private boolean isTooLong;

        Row row() {
            while (true) {
                var start = startOfCell();
                if (start < text.length() && text.charAt(start) == QUOTE) {
                    openedOn = lineHere;
                    if (!quoted(start + 1)) {
                        return broken(Why.NEVER_CLOSED);
                    }
                } else {
                    unquoted();
                }
                if (here >= text.length() || isBreak(text.charAt(here))) {
                    return whole();
                }
                if (text.charAt(here) != separator) {
                    return broken(Why.QUOTES);
                }
                here++;
            }
        }

        private Row whole() {
            var isOfOtherWidth = lineHere > begin && width > 0 && cells.size() != width;
            if (hidesRows || isOfOtherWidth) {
                return broken(Why.QUOTES);
            }
            return isTooLong
                    ? broken(Why.TOO_LONG)
                    : new Row.Cells(begin, lineHere - begin + 1, List.copyOf(cells));
        }

        private Row broken(Why why) {
            return new Row.Broken(begin, openedOn, why);
        }

        private int startOfCell() {
            var start = here;
            while (start < text.length() && isBlank(text.charAt(start))) {
                start++;
            }
            return start;
        }

        private void unquoted() {
            var start = here;
            while (here < text.length()
                    && text.charAt(here) != separator
                    && !isBreak(text.charAt(here))) {
                here++;
            }
            add(text.substring(start, Math.min(here, start + LONGEST_CELL + 1)));
        }

        /// Reads a quoted cell and the blanks after its closing quote; false if there is no closing
        /// quote.
        private boolean quoted(int start) {
            var cell = new StringBuilder();
            var shape = new Shape();
            for (here = start; here < text.length(); ) {
                var c = text.charAt(here);
                var isDoubled =
                        c == QUOTE && here + 1 < text.length() && text.charAt(here + 1) == QUOTE;
                if (c == QUOTE && !isDoubled) {
                    here++;
                    here = startOfCell();
                    hidesRows |= shape.hidesRows();
                    add(cell.toString());
                    return true;
                }
                if (cell.length() <= LONGEST_CELL) {
                    cell.append(c);
                }
                shape.take(c);
                if (isBreak(c)) {
                    lineHere++;
                    here = afterBreak(here);
                } else {
                    here += isDoubled ? 2 : 1;
                }
            }
            return false;
        }

        private void add(String cell) {
            if (cell.length() > LONGEST_CELL || cells.size() == MOST_CELLS) {
                isTooLong = true;
            } else {
                cells.add(cell);
            }
        }
    }

    /// Decides whether the text between two quotes looks like rows.
    private final class Shape {

        private boolean hasBreak;
        private boolean hasLineLikeARow;
        private int cellsOfLine = 1;
        private int digitsTogether;

        void take(char c) {
            if (isBreak(c)) {
                hasBreak = true;
                cellsOfLine = 1;
            }
            cellsOfLine += c == separator ? 1 : 0;
            digitsTogether = c >= '0' && c <= '9' ? digitsTogether + 1 : 0;
            hasLineLikeARow |= cellsOfLine >= CELLS_OF_A_ROW || digitsTogether >= DIGITS_OF_A_ROW;
        }

        boolean hidesRows() {
            return hasBreak && hasLineLikeARow;
        }
    }
}
