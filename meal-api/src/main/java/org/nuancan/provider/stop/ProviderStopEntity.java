package org.nuancan.provider.stop;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `provider_stop`.
@MappedEntity("provider_stop")
public record ProviderStopEntity(
        @Id long stopId,
        long providerId,
        ProviderStop.Kind kind,
        @UtcMicros Instant beginsAt,
        @UtcMicros @Nullable Instant endsAt,
        String reason,
        String stoppedBy,
        @UtcMicros Instant stoppedAt,
        @Nullable String resumedBy,
        @UtcMicros @Nullable Instant resumedAt) {

    public ProviderStop stop() {
        return new ProviderStop(
                stopId, providerId, kind, beginsAt, Optional.ofNullable(endsAt), reason);
    }
}
