package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import org.nuancan.bench.textbook.Entities.Event;
import org.nuancan.bench.textbook.Entities.EventDue;

/// Stores the event of a sale for subscribers.
@Singleton
class Telling {

    private final Repositories.Events events;
    private final Repositories.EventsDue due;

    Telling(Repositories.Events events, Repositories.EventsDue due) {
        this.events = events;
        this.due = due;
    }

    void sold(long eventId, Orders.Kept kept, CheckoutBody body) {
        var content =
                """
                {"type":"SALE","orderId":"%d","siteId":"%d","slot":"%s","grossFen":%d,"at":"%s"}\
                """
                        .formatted(
                                kept.orderId(),
                                kept.site().siteId(),
                                body.slot(),
                                kept.quote().grossFen().value(),
                                kept.at());
        var _ =
                events.save(
                        new Event(
                                eventId,
                                "SALE",
                                kept.orderId(),
                                kept.site().siteId(),
                                kept.site().providerId(),
                                kept.site().division(),
                                content,
                                kept.at(),
                                kept.at()));
        var _ = due.save(new EventDue("LIVE", eventId));
    }
}
