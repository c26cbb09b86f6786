package org.nuancan.finance.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads exports back, and adds up their rows.
public final class Readback {

    private static final Pattern AMOUNTS_OF_A_ROW =
            Pattern.compile("(?:-?\\d+\\.\\d\\d ){6}(-?\\d+\\.\\d\\d)");

    /// How many rows there are, and what they come to in fen.
    record Sum(long rows, long fen) {}

    private Readback() {}

    public static List<NamedCsvRecord> records(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        return CsvReader.builder()
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stream()
                .toList();
    }

    public static Sum csv(byte[] bytes, String column) {
        var rows = records(bytes);
        return new Sum(
                rows.size(),
                rows.stream().mapToLong(row -> Long.parseLong(row.getField(column))).sum());
    }

    /// The rows of one sheet; what the last sheet states of itself has to be the same.
    public static Sum sheet(byte[] bytes, int number, String column) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var sheets = book.getSheets().toList();
            var rows = sheets.get(number).read();
            var heading = rows.getFirst();
            var at = 0;
            while (!heading.getCellText(at).equals(column)) {
                at++;
            }
            var column0 = at;
            var sum =
                    new Sum(
                            rows.size() - 1L,
                            rows.stream().skip(1).mapToLong(row -> whole(row, column0)).sum());
            var control = sheets.getLast().read();
            assertThat(new Sum(whole(control.get(1), 1), whole(control.get(2), 1))).isEqualTo(sum);
            assertThat(Instant.parse(control.get(4).getCellText(1))).isNotNull();
            return sum;
        }
    }

    public static long whole(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().longValueExact();
    }

    public static Sum paper(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(pdf);
            var amounts =
                    AMOUNTS_OF_A_ROW
                            .matcher(text)
                            .results()
                            .map(found -> fen(found.group(1)))
                            .toList();
            var sum = new Sum(amounts.size(), amounts.stream().mapToLong(fen -> fen).sum());
            assertThat(text)
                    .contains("%d 行，合计 %s 元，截至 2026-12-01".formatted(sum.rows(), yuan(sum.fen())));
            return sum;
        }
    }

    public static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
