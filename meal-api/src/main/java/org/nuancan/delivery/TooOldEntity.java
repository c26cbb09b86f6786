package org.nuancan.delivery;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `delivery_too_old`.
@MappedEntity("delivery_too_old")
record TooOldEntity(
        @EmbeddedId Key id,
        String sku,
        @UtcMicros Instant cookedAt,
        int portions,
        @UtcMicros Instant noticedAt) {

    @Embeddable
    record Key(@MappedProperty("run_id") long runId, @MappedProperty("batch_id") long batchId) {}
}
