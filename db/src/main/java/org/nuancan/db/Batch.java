package org.nuancan.db;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Inserts many rows into one table with few statements: `insert into t (a, b) values
/// (?,?),(?,?),…`.
///
/// The driver combines the rows if its `rewriteBatchedStatements` is on, as in all settings of this
/// project.
///
/// The application assigns the ids, so no generated key has to be read back.
public final class Batch {

    private static final int ROWS_A_STATEMENT = 500;

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Batch(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Creates a batch for `table` with these columns.
    public static Batch into(String table, String... columns) {
        return new Batch(table, List.of(columns));
    }

    /// Adds a row, with its values in the order of the columns.
    @CanIgnoreReturnValue
    public Batch row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, not %d".formatted(table, columns.size(), values.length));
        }
        rows.add(values);
        return this;
    }

    /// Writes all rows; without rows no statement is sent.
    public void write(Connection connection) throws SQLException {
        write(connection, "");
    }

    /// Adds the insert of all rows to a round trip; without rows it adds nothing.
    ///
    /// The text of the statement depends on the number of rows, so the driver parses it each time.
    /// For a few rows of a round trip this is cheaper than a statement of their own.
    public void write(RoundTrip trip) {
        write(trip, "");
    }

    /// Writes all rows like [#write], but leaves a row unchanged if its key exists already.
    ///
    /// @param anyColumn a column of the table; it is set to its own value
    public void writeUnlessThere(Connection connection, String anyColumn) throws SQLException {
        write(
                connection,
                " on duplicate key update %s = %s.%s".formatted(anyColumn, table, anyColumn));
    }

    /// Writes all rows like [#write(RoundTrip)]; if the key of a row exists already, these columns
    /// are overwritten.
    public void writeOver(RoundTrip trip, String... overwritten) {
        var assignments =
                Arrays.stream(overwritten)
                        .map(column -> "%s = values(%s)".formatted(column, column))
                        .collect(Collectors.joining(", "));
        write(trip, " on duplicate key update " + assignments);
    }

    /// The text is that of one row, whatever the number of rows: the driver parses it once a
    /// connection and makes one statement of many rows from it (`rewriteBatchedStatements`).
    private void write(Connection connection, String ending) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(text(1, ending))) {
            for (var from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
                write(
                        statement,
                        rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
            }
        }
    }

    private void write(RoundTrip trip, String ending) {
        for (var from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            var portion = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
            trip.add(
                    text(portion.size(), ending),
                    portion.stream().<@Nullable Object>flatMap(Arrays::stream).toList());
        }
    }

    private String text(int rowCount, String ending) {
        var marks = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        return "insert into %s (%s) values %s%s"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(",", Collections.nCopies(rowCount, marks)),
                        ending);
    }

    private static void write(PreparedStatement statement, List<@Nullable Object[]> portion)
            throws SQLException {
        for (var row : portion) {
            var position = 1;
            for (var value : row) {
                Columns.set(statement, position++, value);
            }
            statement.addBatch();
        }
        var _ = statement.executeBatch();
    }
}
