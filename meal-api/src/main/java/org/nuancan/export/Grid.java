package org.nuancan.export;

import java.util.List;

/// A table of an export.
///
/// @param name of the sheet
/// @param headings one a column
/// @param rows each as wide as the headings
record Grid(String name, List<String> headings, List<List<Cell>> rows) {

    Grid {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
