package org.nuancan.db;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One SQL statement, written beside its only caller, with its parameters in order.
///
/// `(??)` is the place of a list: `where elder_id in (??)`. `(||)` is the place of a condition that
/// is repeated for each of some values. [#with], [#withAll] and [#withEither] supply the values in
/// the order of the parameters.
public final class Sql {

    private static final String LIST = "(??)";
    private static final String EITHER = "(||)";

    private final Connection connection;
    private final StringBuilder text;
    private final List<@Nullable Object> values = new ArrayList<>();

    private Sql(Connection connection, String text) {
        this.connection = connection;
        this.text = new StringBuilder(text);
    }

    /// A statement that runs on `connection`.
    public static Sql on(Connection connection, String text) {
        return new Sql(connection, text);
    }

    /// Values for the next parameters; times are cut to microseconds, the precision of both
    /// engines.
    @CanIgnoreReturnValue
    public Sql with(@Nullable Object... next) {
        Collections.addAll(values, next);
        return this;
    }

    /// Values for the next `(??)`; an empty list finds nothing.
    @CanIgnoreReturnValue
    public Sql withAll(Collection<?> next) {
        var one = next.stream().map(value -> new @Nullable Object[] {value}).toList();
        return fill(LIST, "?", ",", "null", one);
    }

    /// Values for the next `(||)`, which becomes `(condition or condition or …)`; an empty list
    /// finds nothing.
    ///
    /// Both engines use an index for pairs in this form, but not for `(a, b) in (…)`.
    ///
    /// @param condition with a parameter for each value of an entry
    @CanIgnoreReturnValue
    public Sql withEither(String condition, List<@Nullable Object[]> next) {
        return fill(EITHER, condition, " or ", "1 = 0", next);
    }

    /// Lists are filled up like those of [InList].
    private Sql fill(
            String mark, String one, String between, String none, List<@Nullable Object[]> next) {
        var at = text.indexOf(mark);
        if (at < 0) {
            throw new IllegalStateException("no " + mark + " left in: " + text);
        }
        var length = InList.rounded(next.size());
        var marks = length == 0 ? none : String.join(between, Collections.nCopies(length, one));
        text.replace(at, at + mark.length(), "(" + marks + ")");
        for (var i = 0; i < length; i++) {
            with(next.get(Math.min(i, next.size() - 1)));
        }
        return this;
    }

    /// All rows.
    public <T> List<T> list(Row.Reader<T> reader) throws SQLException {
        try (var statement = prepared();
                var results = statement.executeQuery()) {
            return Row.all(results, reader);
        }
    }

    /// Passes on all rows, one after another.
    public void forEach(Row.Taker taker) throws SQLException {
        try (var statement = prepared();
                var results = statement.executeQuery()) {
            var row = new Row(results);
            while (results.next()) {
                taker.take(row);
            }
        }
    }

    /// Passes on the rows one by one without keeping them in memory, in the order of the query.
    ///
    /// The driver's cursor is read forward only; a connection serves one such reading at a time.
    public void each(Row.Taker taker) throws SQLException {
        try (var statement = prepared()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var results = statement.executeQuery()) {
                var row = new Row(results);
                while (results.next()) {
                    taker.take(row);
                }
            }
        }
    }

    /// The first row.
    public <T> Optional<T> first(Row.Reader<T> reader) throws SQLException {
        var rows = list(reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /// The only row.
    ///
    /// @throws IllegalStateException if there is no row
    public <T> T one(Row.Reader<T> reader) throws SQLException {
        return first(reader).orElseThrow(() -> new IllegalStateException("no row for: " + text));
    }

    /// Whether there is any row.
    public boolean exists() throws SQLException {
        return !list(row -> true).isEmpty();
    }

    /// Runs an insert, update or delete.
    ///
    /// @return the number of rows affected
    @CanIgnoreReturnValue
    public int run() throws SQLException {
        try (var statement = prepared()) {
            return statement.executeUpdate();
        }
    }

    /// The text with a parameter for each value.
    String whole() {
        if (text.indexOf(LIST) >= 0 || text.indexOf(EITHER) >= 0) {
            throw new IllegalStateException("a list was not given in: " + text);
        }
        return text.toString();
    }

    /// The values of the parameters, in their order.
    List<@Nullable Object> values() {
        return values;
    }

    private PreparedStatement prepared() throws SQLException {
        var statement = connection.prepareStatement(whole());
        for (var i = 0; i < values.size(); i++) {
            Columns.set(statement, i + 1, values.get(i));
        }
        return statement;
    }
}
