package org.nuancan.finance.grid;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.nuancan.text.SpreadsheetCsv;

/// A grid as CSV in UTF-8, with a byte order mark so that spreadsheets recognise the encoding.
public final class CsvFile {

    private CsvFile() {}

    /// The bytes of the file: the headings, then the rows.
    public static byte[] bytes(Grid grid) {
        var text = new StringWriter();
        var csv = new SpreadsheetCsv(text).marked().row(grid.headings());
        grid.rows().forEach(row -> csv.row(row.stream().map(CsvFile::cell).toList()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Object cell(Cell cell) {
        return switch (cell) {
            case Cell.Whole(var value) -> value;
            case Cell.Text(var value) -> value;
        };
    }
}
