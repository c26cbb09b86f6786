package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

/// A row of `kitchen_batch`.
@MappedEntity("kitchen_batch")
record CookedBatchEntity(
        @Id long batchId,
        long siteId,
        LocalDate serviceDate,
        Slot slot,
        String sku,
        int portions,
        int discarded,
        @UtcMicros Instant cookedAt,
        int coreDecicelsius,
        String reportedBy,
        @UtcMicros Instant reportedAt) {

    static CookedBatchEntity of(Batch batch, String by, Instant now) {
        return new CookedBatchEntity(
                batch.batchId(),
                batch.siteId(),
                batch.date(),
                batch.slot(),
                batch.sku(),
                batch.portions(),
                batch.discarded(),
                batch.cookedAt(),
                batch.coreDecicelsius(),
                by,
                now);
    }

    Batch with(List<Batch.Hold> holds) {
        return new Batch(
                batchId,
                siteId,
                serviceDate,
                slot,
                sku,
                portions,
                discarded,
                cookedAt,
                coreDecicelsius,
                holds);
    }
}
