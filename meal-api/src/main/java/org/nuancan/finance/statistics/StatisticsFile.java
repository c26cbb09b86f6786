package org.nuancan.finance.statistics;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.finance.grid.Cell;
import org.nuancan.finance.grid.Control;
import org.nuancan.finance.grid.Download;
import org.nuancan.finance.grid.Grid;
import org.nuancan.finance.grid.XlsxFile;
import org.nuancan.finance.statistics.StatisticsService.Statistic;
import org.nuancan.http.problem.Language;
import org.nuancan.money.Fen;
import org.nuancan.statistics.CellTable;
import org.nuancan.statistics.CountedCell;
import org.nuancan.statistics.Figures;
import org.nuancan.statistics.LedgerFooting;
import org.nuancan.statistics.SmallCells;
import org.nuancan.statistics.YearlyReport;

/// Writes statistics as a workbook: the yearly report in its layout, the cells with the total, and
/// the control figures with the comparison with the ledger.
@Singleton
final class StatisticsFile {

    private static final List<String> FIGURES =
            List.of(
                    "老年人(去重) elders",
                    "助餐人次 meals",
                    "其中送餐 delivered",
                    "餐费(分) billFen",
                    "老人自付(分) elderPaysFen",
                    "补贴合计(分) grantedFen");

    private static final List<String> ANONYMOUS =
            List.of("未登记人次 anonymous meals", "未登记餐费(分) billFen", "未登记实付(分) paidFen");

    private final ValueNames names;

    StatisticsFile(ValueNames names) {
        this.names = names;
    }

    HttpResponse<byte[]> of(StatisticsRequest request, Statistic found, Language language) {
        var cells = cells(found.table(), language);
        var control =
                new Control(
                        found.table().cells().size(),
                        found.footing().map(LedgerFooting::counted).orElse(Fen.ZERO),
                        found.asOf());
        return Download.of(
                XlsxFile.bytes(
                        List.of(report(found.report()), cells, control(request, found, control))),
                Download.XLSX,
                "statistics-" + request.from() + "-" + request.to(),
                control);
    }

    private static Grid report(YearlyReport report) {
        return new Grid(
                "年度报告 Report",
                List.of("项目", "数值", "item"),
                report.lines().stream()
                        .map(line ->
                                List.of(
                                        Cell.text(line.line().chinese()),
                                        value(line),
                                        Cell.text(line.line().english())))
                        .toList());
    }

    private static Cell value(YearlyReport.Line line) {
        if (line.hiding().isPresent()) {
            return hidden(line.hiding().get());
        }
        return line.value().isPresent()
                ? Cell.count(line.value().getAsLong())
                : Cell.text("未填报 not stated");
    }

    private static Cell hidden(CountedCell.Hiding why) {
        return Cell.text(
                switch (why) {
                    case FEW -> "<" + SmallCells.ENOUGH;
                    case SECOND -> "*";
                });
    }

    private Grid cells(CellTable table, Language language) {
        var payers =
                table.total().hiding().isPresent()
                        ? List.<String>of()
                        : List.copyOf(table.total().figures().grants().keySet());
        var headings = new ArrayList<String>();
        table.by().forEach(dimension -> headings.add(names.of(dimension, language)));
        if (headings.isEmpty()) {
            headings.add("范围 area");
        }
        headings.addAll(FIGURES);
        payers.forEach(payer -> headings.add("出资 " + payer + "(分) fen"));
        headings.addAll(ANONYMOUS);
        var width = headings.size();
        var rows =
                Stream.concat(table.cells().stream(), Stream.of(table.total()))
                        .map(cell -> row(cell, labels(table, cell, language), payers, width))
                        .toList();
        return new Grid("统计 Statistics", headings, rows);
    }

    private List<String> labels(CellTable table, CountedCell cell, Language language) {
        if (!cell.key().isEmpty()) {
            return names.of(table.by(), cell.key(), language);
        }
        var labels = new ArrayList<String>();
        labels.add("合计 total");
        while (labels.size() < table.by().size()) {
            labels.add("");
        }
        return labels;
    }

    private static List<Cell> row(
            CountedCell cell, List<String> labels, List<String> payers, int width) {
        var row = new ArrayList<Cell>();
        labels.forEach(label -> row.add(Cell.text(label)));
        if (cell.hiding().isPresent()) {
            while (row.size() < width) {
                row.add(hidden(cell.hiding().get()));
            }
            return row;
        }
        add(row, cell.figures(), payers);
        return row;
    }

    private static void add(List<Cell> row, Figures figures, List<String> payers) {
        row.add(Cell.count(figures.elders()));
        row.add(Cell.count(figures.meals()));
        row.add(Cell.count(figures.delivered()));
        row.add(Cell.fen(figures.bill()));
        row.add(Cell.fen(figures.elderPays()));
        row.add(Cell.fen(figures.granted()));
        payers.forEach(payer -> row.add(Cell.fen(figures.grants().getOrDefault(payer, Fen.ZERO))));
        row.add(Cell.count(figures.anonymous().meals()));
        row.add(Cell.fen(figures.anonymous().bill()));
        row.add(Cell.fen(figures.anonymous().paid()));
    }

    private static Grid control(StatisticsRequest request, Statistic found, Control control) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(line("自 from", Cell.text(request.from())));
        rows.add(line("至 to", Cell.text(request.to())));
        rows.add(line("行数 rows", Cell.count(control.rows())));
        rows.add(line("截至 asOf", Cell.text(found.asOf().truncatedTo(ChronoUnit.SECONDS))));
        rows.add(
                line(
                        "格子是否重叠 cells overlap",
                        Cell.text(found.table().overlaps() ? "是 yes" : "否 no")));
        Optional<LedgerFooting> footing = found.footing();
        footing.ifPresent(sums -> {
            rows.add(line("补贴合计(分) grantedFen", Cell.fen(sums.counted())));
            rows.add(line("账簿补贴(分) bookedFen", Cell.fen(sums.booked())));
            rows.add(
                    line(
                            "与账簿一致 foots with the ledger",
                            Cell.text(sums.foots() ? "是 yes" : "否 no")));
        });
        return new Grid("核对 Control", List.of("项目 item", "值 value"), rows);
    }

    private static List<Cell> line(String name, Cell value) {
        return List.of(Cell.text(name), value);
    }
}
