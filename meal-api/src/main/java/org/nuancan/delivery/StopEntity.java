package org.nuancan.delivery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `delivery_stop`.
///
/// @param position from 1, in the order of delivery
@MappedEntity("delivery_stop")
record StopEntity(
        @Id long orderId, long runId, int position, @Nullable @UtcMicros Instant plannedAt) {

    static StopEntity of(long runId, int position, Run.Stop stop) {
        return new StopEntity(stop.orderId(), runId, position, stop.plannedAt().orElse(null));
    }

    Run.Stop stop() {
        return new Run.Stop(orderId, Optional.ofNullable(plannedAt));
    }
}
