package org.nuancan.delivery;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;
import org.nuancan.kitchen.Stale;

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

    static TooOldEntity of(long runId, Stale stale, Instant noticedAt) {
        return new TooOldEntity(
                new Key(runId, stale.batchId()),
                stale.sku(),
                stale.cookedAt(),
                stale.portions(),
                noticedAt);
    }

    Stale stale() {
        return new Stale(sku, id.batchId, cookedAt, portions);
    }
}
