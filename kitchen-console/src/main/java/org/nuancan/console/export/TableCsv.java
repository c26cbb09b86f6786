package org.nuancan.console.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.nuancan.console.money.Yuan;

/// A table as CSV. A text that a spreadsheet would compute as a formula gets an apostrophe in front
/// (OWASP, CSV Injection).
final class TableCsv {

    private static final char MARK = '\uFEFF';

    // The wide forms are included: some Chinese spreadsheets treat them like the narrow ones.
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private TableCsv() {}

    static byte[] bytes(ShownTable table) {
        var text = new StringWriter();
        text.write(MARK);
        var csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(table.headings().stream().map(TableCsv::safe).toList());
        for (var row : table.rows()) {
            csv.writeRecord(row.stream().map(TableCsv::field).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(ShownCell cell) {
        return switch (cell) {
            case ShownCell.Words(var text) -> safe(text);
            case ShownCell.Count(var value) -> Long.toString(value);
            case ShownCell.Money(var fen) -> Yuan.plain(fen);
            case ShownCell.Day(var date) -> date.toString();
        };
    }

    private static String safe(String text) {
        var bare = text.stripLeading();
        return !bare.isEmpty() && FORMULAS.indexOf(bare.charAt(0)) >= 0 ? "'" + text : text;
    }
}
