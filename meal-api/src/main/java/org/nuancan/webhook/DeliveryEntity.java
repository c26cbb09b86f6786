package org.nuancan.webhook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `webhook_delivery`.
///
/// @param nextTryAt null once the delivery has ended
@MappedEntity("webhook_delivery")
record DeliveryEntity(
        @Id long deliveryId,
        long webhookId,
        long eventId,
        String type,
        String content,
        DeliveryState state,
        int tries,
        @UtcMicros Instant createdAt,
        @UtcMicros @Nullable Instant nextTryAt,
        @UtcMicros @Nullable Instant endedAt) {

    /// A delivery without its content.
    @MappedEntity("webhook_delivery")
    record Head(
            long deliveryId,
            String type,
            DeliveryState state,
            @UtcMicros Instant createdAt,
            @UtcMicros @Nullable Instant nextTryAt,
            @UtcMicros @Nullable Instant endedAt) {}
}
