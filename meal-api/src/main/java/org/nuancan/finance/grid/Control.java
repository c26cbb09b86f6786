package org.nuancan.finance.grid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.nuancan.money.Fen;

/// Control figures of an export, so that an incomplete file can be detected.
///
/// @param rows number of rows
/// @param sum sum of the rows
/// @param asOf the instant of the figures
public record Control(long rows, Fen sum, Instant asOf) {

    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// The file name: `statement-5-lines-9-rows-4000-fen-20261119T010203Z.csv`
    String fileName(String start, String ending) {
        return "%s-%d-rows-%d-fen-%s.%s"
                .formatted(start, rows, sum.value(), IN_NAMES.format(asOf), ending);
    }

    /// The control figures as a sheet.
    public Grid grid() {
        return new Grid(
                "核对 Control",
                List.of("项目 item", "值 value"),
                List.of(
                        List.of(Cell.text("行数 rows"), Cell.count(rows)),
                        List.of(Cell.text("控制合计(分) controlSumFen"), Cell.fen(sum)),
                        List.of(Cell.text("控制合计(元) in yuan"), Cell.text(sum.inYuan())),
                        List.of(
                                Cell.text("截至 asOf"),
                                Cell.text(asOf.truncatedTo(ChronoUnit.SECONDS)))));
    }
}
