package org.nuancan.paper;

import java.util.List;

/// A document of tables on A4.
///
/// @param title in large type
/// @param lines below the title
/// @param tables in their order
/// @param foot at the foot of each page
public record Sheet(String title, List<String> lines, List<Table> tables, String foot) {

    /// Copies the lists.
    public Sheet {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /// One table.
    ///
    /// @param caption above it
    /// @param columns with how wide each is, in parts of the whole
    /// @param rows each with as many texts as there are columns
    public record Table(String caption, List<Column> columns, List<List<String>> rows) {

        /// Copies the lists.
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// One column.
    ///
    /// @param width in parts of the whole
    /// @param isStrong whether it is in bold type
    public record Column(String name, int width, boolean isStrong) {

        /// In plain type.
        public static Column plain(String name, int width) {
            return new Column(name, width, false);
        }

        /// In bold type.
        public static Column strong(String name, int width) {
            return new Column(name, width, true);
        }
    }
}
