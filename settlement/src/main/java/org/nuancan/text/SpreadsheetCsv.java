package org.nuancan.text;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Writes CSV (RFC 4180) for spreadsheets. A text that a spreadsheet would compute as a formula
/// gets an apostrophe in front, so that text from outside runs nothing on the reader's machine
/// (OWASP, CSV Injection).
///
/// This class writes every CSV that this service gives to people.
public final class SpreadsheetCsv {

    /// The byte order mark by which spreadsheets recognise UTF-8.
    public static final char MARK = '\uFEFF';

    // The wide forms are included: some Chinese spreadsheets treat them like the narrow ones.
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;
    private final Writer writer;

    /// Writes to `writer`, which is not closed here.
    public SpreadsheetCsv(Writer writer) {
        this.csv = CsvWriter.builder().bufferSize(0).build(writer);
        this.writer = writer;
    }

    /// Writes [#MARK] at the beginning.
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

    /// Like [#row(Object...)].
    @CanIgnoreReturnValue
    public SpreadsheetCsv row(List<?> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCsv::field).toList());
        return this;
    }

    private static String field(Object cell) {
        return cell instanceof Number number ? number.toString() : text(cell.toString());
    }

    /// A text that is safe in a cell.
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
