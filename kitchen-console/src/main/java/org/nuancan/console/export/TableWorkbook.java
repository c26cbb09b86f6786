package org.nuancan.console.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a table as a workbook. Text cells have the type text: a spreadsheet computes no formula
/// in them.
final class TableWorkbook {

    private static final int WIDTH = 18;
    private static final int LONGEST_CELL = 32_767;
    private static final String MONEY = "#,##0.00";
    private static final String DAY = "yyyy-mm-dd";

    private TableWorkbook() {}

    static byte[] bytes(ShownTable table) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Nuancan", "1.0")) {
            write(book.newWorksheet(table.id()), table);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, ShownTable table) throws IOException {
        for (var column = 0; column < table.headings().size(); column++) {
            sheet.inlineString(0, column, table.headings().get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        for (var row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (var column = 0; column < cells.size(); column++) {
                write(sheet, row + 1, column, cells.get(column));
            }
        }
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, ShownCell cell) {
        switch (cell) {
            case ShownCell.Words(var text) ->
                    sheet.inlineString(
                            row, column, text.substring(0, Math.min(LONGEST_CELL, text.length())));
            case ShownCell.Count(var value) -> sheet.value(row, column, value);
            case ShownCell.Money(var fen) -> {
                // The library writes the digits of this type; they are exact.
                sheet.value(row, column, BigDecimal.valueOf(fen, 2));
                sheet.style(row, column).format(MONEY).set();
            }
            case ShownCell.Day(var date) -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format(DAY).set();
            }
        }
    }
}
