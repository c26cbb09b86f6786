package org.nuancan.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A grid as CSV in UTF-8, with the mark at its start by which spreadsheets know it.
///
/// Text that a spreadsheet would take for a formula is led by an apostrophe.
final class CsvFile {

    private static final String MARK = "\uFEFF";
    private static final String FORMULAS = "=+-@\t\r\n";

    private CsvFile() {}

    static byte[] bytes(Grid grid) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(grid.headings());
            grid.rows().forEach(row -> csv.writeRecord(row.stream().map(CsvFile::field).toList()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Whole(var value) -> Long.toString(value);
            case Cell.Text(var value) -> isFormula(value) ? "'" + value : value;
        };
    }

    private static boolean isFormula(String text) {
        var bare = text.stripLeading();
        return !text.isEmpty()
                && (FORMULAS.indexOf(text.charAt(0)) >= 0
                        || (!bare.isEmpty() && FORMULAS.indexOf(bare.charAt(0)) >= 0));
    }
}
