package org.nuancan.finance.grid;

import java.util.List;

/// A table of an export.
///
/// @param name name of the sheet
/// @param headings one for each column
/// @param rows each with as many cells as headings
public record Grid(String name, List<String> headings, List<List<Cell>> rows) {

    public Grid {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
