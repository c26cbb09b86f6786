package org.nuancan.statistics;

import java.util.List;

/// The cells of a statistic and its total.
///
/// @param by the dimensions
/// @param cells in the order of their keys; only those with a meal
/// @param total over all meals; where the dimensions overlap it is less than the sum of the cells
public record CellTable(List<Dimension> by, List<CountedCell> cells, CountedCell total) {

    public CellTable {
        by = List.copyOf(by);
        cells = List.copyOf(cells);
    }

    /// Whether a meal can be in several cells.
    public boolean overlaps() {
        return by.stream().anyMatch(Dimension::overlaps);
    }
}
