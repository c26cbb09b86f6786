package org.nuancan.kitchen.batch;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `kitchen_sample`: a food sample that a kitchen keeps of a batch.
@MappedEntity("kitchen_sample")
record SampleEntity(
        @Id long sampleId,
        long batchId,
        int grams,
        @UtcMicros Instant keptUntil,
        String location,
        String keptBy,
        @UtcMicros Instant keptAt,
        @UtcMicros @Nullable Instant disposedAt,
        @Nullable String disposedBy) {

    SampleEntity disposed(String by, Instant at) {
        return new SampleEntity(
                sampleId, batchId, grams, keptUntil, location, keptBy, keptAt, at, by);
    }
}
