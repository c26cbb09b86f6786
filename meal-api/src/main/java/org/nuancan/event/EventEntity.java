package org.nuancan.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.event.Event.Concerns;

/// A row of `event_outbox`.
///
/// @param content JSON
@MappedEntity("event_outbox")
record EventEntity(
        @Id long eventId,
        EventType type,
        @Nullable Long orderId,
        @Nullable Long siteId,
        @Nullable Long providerId,
        @Nullable Long delivererId,
        String division,
        @Nullable String username,
        String content,
        @UtcMicros Instant happenedAt,
        @UtcMicros Instant writtenAt) {

    Event event() {
        return new Event(
                type,
                new Concerns(
                        division,
                        Optional.ofNullable(siteId),
                        Optional.ofNullable(providerId),
                        Optional.ofNullable(delivererId),
                        Optional.ofNullable(username)),
                content,
                happenedAt);
    }

    /// The order whose rider gets the event as well.
    Optional<Long> riddenOrder() {
        return type.isOfOrders() ? Optional.ofNullable(orderId) : Optional.empty();
    }
}
