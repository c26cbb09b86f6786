package org.nuancan.finance.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Grids as the sheets of a workbook. Cells of text have the type text, so that a spreadsheet does
/// not compute with them.
public final class XlsxFile {

    private static final int WIDTH = 18;

    private XlsxFile() {}

    /// The bytes of a workbook with one sheet for each grid.
    public static byte[] bytes(List<Grid> grids) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Nuancan", "1.0")) {
            for (var grid : grids) {
                write(book.newWorksheet(grid.name()), grid);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, Grid grid) throws IOException {
        for (var column = 0; column < grid.headings().size(); column++) {
            sheet.inlineString(0, column, grid.headings().get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        var at = 1;
        for (var row : grid.rows()) {
            for (var column = 0; column < row.size(); column++) {
                switch (row.get(column)) {
                    case Cell.Whole(var value) -> sheet.value(at, column, value);
                    case Cell.Text(var value) -> sheet.inlineString(at, column, value);
                }
            }
            at++;
        }
        sheet.finish();
    }
}
