package org.nuancan.db;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How values of ours become values of the driver.
final class Columns {

    private Columns() {}

    static @Nullable Object toDatabase(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            // MySQL rounds what is finer than a microsecond, MariaDB truncates: cut here.
            case Instant instant ->
                    LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            case Enum<?> name -> name.name();
            default -> value;
        };
    }
}
