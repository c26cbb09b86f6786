package org.nuancan.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Converts values of the application to values of the driver.
final class Columns {

    private Columns() {}

    /// Sets a parameter of a statement by the setter of its type, since `setObject` makes the
    /// driver look up the type each time.
    static void set(PreparedStatement statement, int mark, @Nullable Object value)
            throws SQLException {
        switch (toDatabase(value)) {
            case null -> statement.setNull(mark, Types.NULL);
            case Long number -> statement.setLong(mark, number);
            case Integer number -> statement.setInt(mark, number);
            case String text -> statement.setString(mark, text);
            case byte[] bytes -> statement.setBytes(mark, bytes);
            case Object other -> statement.setObject(mark, other);
        }
    }

    private static @Nullable Object toDatabase(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> utc(instant);
            case Enum<?> name -> name.name();
            default -> value;
        };
    }

    /// MySQL rounds digits beyond microseconds and MariaDB truncates them, so they are cut here.
    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
