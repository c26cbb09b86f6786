package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `kitchen_hold`.
@MappedEntity("kitchen_hold")
record HoldEntity(@EmbeddedId Key id, int decicelsius, String reportedBy) {

    @Embeddable
    record Key(
            @MappedProperty("batch_id") long batchId,
            @MappedProperty("measured_at") @UtcMicros Instant measuredAt) {}

    Batch.Hold hold() {
        return new Batch.Hold(id.measuredAt, decicelsius);
    }
}
