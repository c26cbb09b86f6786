package org.nuancan.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Writes CSV (RFC 4180) that people open in a spreadsheet. A text that a spreadsheet would compute
/// as a formula is led by an apostrophe, so that text from outside runs nothing on the reader's
/// machine (OWASP, CSV Injection).
///
/// Every CSV that this service hands to people is written here.
public final class SpreadsheetCsv {

    /// The byte order mark by which spreadsheets know UTF-8.
    public static final char MARK = '\uFEFF';

    // The wide forms count too: some spreadsheets in Chinese take them for the narrow ones.
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;
    private final Writer writer;

    /// Writes to `writer`, which is not closed here.
    public SpreadsheetCsv(Writer writer) {
        this.csv = CsvWriter.builder().bufferSize(0).build(writer);
        this.writer = writer;
    }

    /// Begins with [#MARK].
    ///
    /// @throws UncheckedIOException if it cannot be written
    @CanIgnoreReturnValue
    public SpreadsheetCsv marked() {
        try {
            writer.write(MARK);
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// Writes a row. A cell that is a [Number] is written as it is, any other as text.
    ///
    /// @throws UncheckedIOException if it cannot be written
    @CanIgnoreReturnValue
    public SpreadsheetCsv row(Object... cells) {
        return row(List.of(cells));
    }

    /// As [#row(Object...)].
    @CanIgnoreReturnValue
    public SpreadsheetCsv row(List<?> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCsv::field).toList());
        return this;
    }

    private static String field(Object cell) {
        return cell instanceof Number number ? number.toString() : text(cell.toString());
    }

    /// A text as it may stand in a cell.
    static String text(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        var bare = text.stripLeading();
        return startsFormula(text) || startsFormula(bare);
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
