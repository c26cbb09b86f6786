package org.nuancan.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Hides the figures of few elders from readers who may not see them.
///
/// Cells with 1 to 4 elders are hidden. A single hidden cell of a row could be computed from the
/// sum of the row, so the cell of the row with the fewest elders is hidden with it. Rows go along
/// every dimension, and the whole table is a row of its total. A cell without elders hides nothing
/// and is never hidden.
public final class SmallCells {

    /// The smallest number of elders that everybody may see.
    public static final int ENOUGH = 5;

    private SmallCells() {}

    /// Whether a number of elders must be hidden.
    public static boolean isFew(long elders) {
        return elders > 0 && elders < ENOUGH;
    }

    /// The same table with the cells hidden that must be.
    public static CellTable hide(CellTable table) {
        var cells = new ArrayList<>(table.cells().stream().map(SmallCells::hideFew).toList());
        var rows = rows(cells, table.by().size());
        var changed = true;
        while (changed) {
            changed = false;
            for (var row : rows) {
                var second = second(cells, row);
                second.ifPresent(
                        at -> cells.set(at, cells.get(at).hidden(CountedCell.Hiding.SECOND)));
                changed |= second.isPresent();
            }
        }
        return new CellTable(table.by(), cells, hideFew(table.total()));
    }

    private static CountedCell hideFew(CountedCell cell) {
        return isFew(cell.figures().elders()) ? cell.hidden(CountedCell.Hiding.FEW) : cell;
    }

    /// The positions of the cells of each row: those that differ in one dimension only, and all.
    private static List<List<Integer>> rows(List<CountedCell> cells, int dimensions) {
        var rows = new ArrayList<List<Integer>>();
        for (var dimension = 0; dimension < dimensions; dimension++) {
            var along = dimension;
            rows.addAll(
                    grouped(
                            cells,
                            cell -> {
                                var others = new ArrayList<>(cell.key());
                                var _ = others.remove(along);
                                return others;
                            }));
        }
        rows.add(IntStream.range(0, cells.size()).boxed().toList());
        return rows;
    }

    private static Collection<List<Integer>> grouped(
            List<CountedCell> cells, Function<CountedCell, List<String>> key) {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (var at = 0; at < cells.size(); at++) {
            groups.computeIfAbsent(key.apply(cells.get(at)), _ -> new ArrayList<>()).add(at);
        }
        return groups.values();
    }

    /// The cell to hide with the only hidden one of a row; empty if the row needs none.
    private static Optional<Integer> second(List<CountedCell> cells, List<Integer> row) {
        if (row.stream().filter(at -> cells.get(at).isHidden()).count() != 1) {
            return Optional.empty();
        }
        return row.stream()
                .filter(at -> !cells.get(at).isHidden())
                .filter(at -> cells.get(at).figures().elders() > 0)
                .min(Comparator.comparingLong(at -> cells.get(at).figures().elders()));
    }
}
