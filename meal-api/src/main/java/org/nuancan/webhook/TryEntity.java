package org.nuancan.webhook;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `webhook_try`.
///
/// @param status null if there was no answer
@MappedEntity("webhook_try")
record TryEntity(
        @EmbeddedId Key id,
        @UtcMicros Instant at,
        @Nullable Integer status,
        String outcome,
        int tookMs) {

    @Embeddable
    record Key(
            @MappedProperty("delivery_id") long deliveryId, @MappedProperty("number") int number) {}
}
