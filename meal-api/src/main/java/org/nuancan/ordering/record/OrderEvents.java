package org.nuancan.ordering.record;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.StepKind;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// Writes events about orders, for the street where the elder lives, the kitchen and the carrier.
@Singleton
final class OrderEvents {

    /// The content of an event, without data about the elder.
    private record Content(
            String orderId,
            String siteId,
            @Nullable String deliveryProviderId,
            LocalDate date,
            Slot slot,
            Fulfilment fulfilment,
            PreorderState state,
            @Nullable FailureReason failureReason) {}

    private final Events events;

    OrderEvents(Events events) {
        this.events = events;
    }

    /// @param order as it was before the step
    void tell(Preorder order, StepKind kind, Preorder.Progress after, Instant at) {
        var where = order.where();
        var content =
                new Content(
                        Long.toString(order.orderId()),
                        Long.toString(where.siteId()),
                        where.deliveryProviderId().map(id -> Long.toString(id)).orElse(null),
                        order.when().serviceDate(),
                        order.when().slot(),
                        order.when().fulfilment(),
                        after.state(),
                        after.failure().orElse(null));
        var concerns =
                Concerns.site(order.eater().residence(), where.siteId(), where.providerId())
                        .carriedBy(where.deliveryProviderId().orElse(where.providerId()));
        events.tell(
                new Events.Happening(
                        type(kind), Optional.of(order.orderId()), concerns, content, at));
    }

    private static EventType type(StepKind kind) {
        return switch (kind) {
            case PLACE -> EventType.ORDER_PLACED;
            case ACCEPT -> EventType.ORDER_ACCEPTED;
            case UNACCEPT -> EventType.ORDER_UNACCEPTED;
            case PREPARE -> EventType.ORDER_PREPARED;
            case UNPREPARE -> EventType.ORDER_UNPREPARED;
            case OUT -> EventType.ORDER_OUT;
            case DELIVER -> EventType.ORDER_DELIVERED;
            case COLLECT -> EventType.ORDER_COLLECTED;
            case CANCEL -> EventType.ORDER_CANCELLED;
            case FAIL -> EventType.ORDER_FAILED;
        };
    }
}
