package org.nuancan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.money.Fen;
import org.nuancan.statistics.CountedCell.Hiding;

class SmallCellsTest {

    private static CountedCell cell(int elders, String... key) {
        return CountedCell.shown(
                List.of(key),
                new Figures(
                        elders,
                        elders * 3L,
                        0,
                        Fen.ZERO,
                        Fen.ZERO,
                        new TreeMap<>(),
                        new Figures.Anonymous(1, 0, Fen.of(900), Fen.of(900))));
    }

    private static CellTable hidden(List<Dimension> by, int total, List<CountedCell> cells) {
        return SmallCells.hide(new CellTable(by, cells, cell(total)));
    }

    private static Map<String, String> hiding(CellTable table) {
        return table.cells().stream()
                .collect(
                        Collectors.toMap(
                                cell -> String.join(" ", cell.key()),
                                cell -> cell.hiding().map(Enum::name).orElse("-")));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void one_to_four_elders_are_few(int elders, boolean few) {
        assertThat(SmallCells.isFew(elders)).isEqualTo(few);
    }

    @Test
    void the_cell_of_the_row_with_the_fewest_elders_is_hidden_with_the_only_small_one() {
        var table =
                hidden(
                        List.of(Dimension.street),
                        90,
                        List.of(
                                cell(40, "110105001"),
                                cell(4, "110105002"),
                                cell(7, "110105003"),
                                cell(39, "110105004")));

        assertThat(hiding(table))
                .isEqualTo(
                        Map.of(
                                "110105001", "-",
                                "110105002", "FEW",
                                "110105003", "SECOND",
                                "110105004", "-"));
        assertThat(table.total().hiding()).isEmpty();
    }

    @Test
    void two_small_cells_of_a_row_hide_each_other() {
        var table =
                hidden(
                        List.of(Dimension.slot),
                        60,
                        List.of(cell(3, "BREAKFAST"), cell(50, "LUNCH"), cell(2, "DINNER")));

        assertThat(hiding(table))
                .isEqualTo(Map.of("BREAKFAST", "FEW", "LUNCH", "-", "DINNER", "FEW"));
    }

    @Test
    void rows_go_along_every_dimension() {
        var table =
                hidden(
                        List.of(Dimension.street, Dimension.slot),
                        99,
                        List.of(
                                cell(4, "A", "LUNCH"),
                                cell(30, "A", "DINNER"),
                                cell(20, "B", "LUNCH"),
                                cell(21, "B", "DINNER")));

        // The small cell hides the other of its row and the other of its column; these two hide
        // the last one.
        assertThat(hiding(table))
                .isEqualTo(
                        Map.of(
                                "A LUNCH", "FEW",
                                "A DINNER", "SECOND",
                                "B LUNCH", "SECOND",
                                "B DINNER", "SECOND"));
    }

    @Test
    void a_total_of_few_elders_is_hidden_and_cells_without_elders_are_not() {
        var table =
                hidden(
                        List.of(Dimension.ageBand),
                        3,
                        List.of(cell(3, "90+"), cell(0, "ANONYMOUS")));

        assertThat(hiding(table)).isEqualTo(Map.of("90+", "FEW", "ANONYMOUS", "-"));
        assertThat(table.total().hiding()).contains(Hiding.FEW);
    }

    @Test
    void a_table_without_small_cells_stays_as_it_is() {
        var table =
                new CellTable(
                        List.of(Dimension.slot),
                        List.of(cell(5, "LUNCH"), cell(6, "DINNER")),
                        cell(11));

        assertThat(SmallCells.hide(table)).isEqualTo(table);
    }

    @Property(tries = 500)
    void no_hidden_cell_is_the_only_one_of_a_row(
            @ForAll @Size(min = 1, max = 27) List<@IntRange(min = 0, max = 12) Integer> elders) {
        var cells = new ArrayList<CountedCell>();
        for (var at = 0; at < elders.size(); at++) {
            cells.add(cell(elders.get(at), "" + at / 9, "" + at / 3 % 3, "" + at % 3));
        }

        var table =
                hidden(List.of(Dimension.street, Dimension.slot, Dimension.ageBand), 200, cells);

        for (var cell : table.cells()) {
            assertThat(cell.hiding().equals(Optional.of(Hiding.FEW)))
                    .isEqualTo(SmallCells.isFew(cell.figures().elders()));
        }
        for (var dimension = 0; dimension < 3; dimension++) {
            for (var row : rows(table, dimension).values()) {
                var withElders = row.stream().filter(cell -> cell.figures().elders() > 0).toList();
                if (withElders.size() > 1) {
                    assertThat(withElders.stream().filter(CountedCell::isHidden).count())
                            .isNotEqualTo(1);
                }
            }
        }
        var withFew = elders.stream().anyMatch(count -> SmallCells.isFew(count));
        assertThat(table.cells().stream().anyMatch(CountedCell::isHidden)).isEqualTo(withFew);
    }

    private static Map<List<String>, List<CountedCell>> rows(CellTable table, int without) {
        var rows = new HashMap<List<String>, List<CountedCell>>();
        for (var cell : table.cells()) {
            var key = new ArrayList<>(cell.key());
            key.set(without, "");
            rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(cell);
        }
        return rows;
    }
}
