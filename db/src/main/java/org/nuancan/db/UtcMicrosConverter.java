package org.nuancan.db;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Converts between an instant and the text of a `DATETIME(6)`; see [UtcMicros]. Public, since
/// mapped records of all packages name it.
@Singleton
public final class UtcMicrosConverter
        implements AttributeConverter<@Nullable Instant, @Nullable String> {

    private static final DateTimeFormatter KEPT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    @Override
    public @Nullable String convertToPersistedValue(
            @Nullable Instant instant, ConversionContext context) {
        return instant == null ? null : KEPT.format(Columns.utc(instant));
    }

    @Override
    public @Nullable Instant convertToEntityValue(
            @Nullable String kept, ConversionContext context) {
        return kept == null
                ? null
                : LocalDateTime.parse(kept.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
