package org.nuancan.db;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many rows into one table by few statements: `insert into t (a, b) values (?,?),(?,?),…`.
///
/// Ids are made by the application, so that nothing has to come back.
public final class Batch {

    private static final int ROWS_A_STATEMENT = 500;

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Batch(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Rows for `table`, with the columns named once.
    public static Batch into(String table, String... columns) {
        return new Batch(table, List.of(columns));
    }

    /// One more row, its values in the order of the columns.
    @CanIgnoreReturnValue
    public Batch row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, not %d".formatted(table, columns.size(), values.length));
        }
        rows.add(values);
        return this;
    }

    /// Writes all rows; none is no statement.
    public void write(Connection connection) throws SQLException {
        for (var from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            write(connection, rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
        }
    }

    private void write(Connection connection, List<@Nullable Object[]> some) throws SQLException {
        var marks = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        var text =
                "insert into %s (%s) values %s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                String.join(",", Collections.nCopies(some.size(), marks)));
        try (var statement = connection.prepareStatement(text)) {
            var at = 1;
            for (var row : some) {
                for (var value : row) {
                    statement.setObject(at++, Columns.toDatabase(value));
                }
            }
            statement.executeUpdate();
        }
    }
}
