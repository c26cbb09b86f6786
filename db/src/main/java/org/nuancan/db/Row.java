package org.nuancan.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The current row of a result, read by column names.
public final class Row {

    /// Makes a value from a row.
    @FunctionalInterface
    public interface Reader<T> {

        /// @throws SQLException if a column does not exist or has another type
        T read(Row row) throws SQLException;
    }

    /// Takes rows one after another.
    @FunctionalInterface
    public interface Taker {

        /// @throws SQLException if a column does not exist or has another type
        void take(Row row) throws SQLException;
    }

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /// All rows of a result.
    static <T> List<T> all(ResultSet results, Reader<T> reader) throws SQLException {
        var row = new Row(results);
        var rows = new ArrayList<T>();
        while (results.next()) {
            rows.add(reader.read(row));
        }
        return List.copyOf(rows);
    }

    /// A whole number.
    public long number(String column) throws SQLException {
        var value = results.getLong(column);
        return present(column, value);
    }

    /// A whole number that fits into an `int`.
    public int integer(String column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    /// A whole number, if there is one.
    public Optional<Long> maybeNumber(String column) throws SQLException {
        var value = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /// Yes or no.
    public boolean flag(String column) throws SQLException {
        return number(column) != 0;
    }

    /// A text.
    public String text(String column) throws SQLException {
        return present(column, results.getString(column));
    }

    /// A text, if there is one.
    public Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    /// A calendar date.
    public LocalDate date(String column) throws SQLException {
        return present(column, results.getObject(column, LocalDate.class));
    }

    /// A calendar date, if there is one.
    public Optional<LocalDate> maybeDate(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, LocalDate.class));
    }

    /// An instant, kept in UTC.
    public Instant instant(String column) throws SQLException {
        return present(column, results.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    /// An instant, if there is one.
    public Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /// Bytes.
    public byte[] bytes(String column) throws SQLException {
        return present(column, results.getBytes(column));
    }

    /// The constant of an enum, stored by its name.
    public <E extends Enum<E>> E name(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    private <T> T present(String column, T value) throws SQLException {
        if (value == null || results.wasNull()) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
