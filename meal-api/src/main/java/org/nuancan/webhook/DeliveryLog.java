package org.nuancan.webhook;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log of deliveries to an address, for its owner.
final class DeliveryLog {

    /// One try.
    ///
    /// @param status the HTTP status, null if there was no answer
    /// @param outcome `OK`, `STATUS`, `TIMEOUT`, `REFUSED`, `TLS`, `INSIDE`, `UNREACHABLE`
    @Introspected
    record Try(int number, Instant at, @Nullable Integer status, String outcome, int tookMs) {

        private static Try of(TryEntity one) {
            return new Try(one.id().number(), one.at(), one.status(), one.outcome(), one.tookMs());
        }
    }

    /// One delivery.
    ///
    /// @param messageId the `webhook-id` that was sent
    /// @param nextTryAt null once the delivery has ended
    @Introspected
    record Entry(
            String deliveryId,
            String messageId,
            String type,
            DeliveryState state,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant endedAt,
            List<Try> tries) {

        static Entry of(DeliveryEntity.Head head, List<TryEntity> tries) {
            return new Entry(
                    Long.toString(head.deliveryId()),
                    "msg_" + head.deliveryId(),
                    head.type(),
                    head.state(),
                    head.createdAt(),
                    head.nextTryAt(),
                    head.endedAt(),
                    tries.stream().map(Try::of).toList());
        }
    }

    private DeliveryLog() {}
}
