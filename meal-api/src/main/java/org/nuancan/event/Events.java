package org.nuancan.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;
import org.nuancan.event.Event.Concerns;

/// Writes events in the transaction of the business operation that causes them.
@Singleton
public final class Events {

    /// An event to write.
    ///
    /// @param orderId the order, if the event is about one
    /// @param body the content, written as JSON; ids only, no names
    public record Happening(
            EventType type, Optional<Long> orderId, Concerns concerns, Object body, Instant at) {}

    private final Transactions transactions;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final List<Subscriptions> subscriptions;

    Events(
            Transactions transactions,
            Ids ids,
            @RealTime InstantSource clock,
            ObjectMapper json,
            List<Subscriptions> subscriptions) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.subscriptions = List.copyOf(subscriptions);
    }

    /// Writes one event in the current transaction.
    public void tell(Happening happening) {
        var _ =
                transactions.inOne(connection -> {
                    tell(connection, happening);
                    return true;
                });
    }

    /// Writes one event.
    public void tell(Connection connection, Happening happening) throws SQLException {
        var reads = RoundTrip.on(connection);
        var listeners = listeners(reads);
        reads.go();
        var told = listeners.get();
        RoundTrip.make(connection, trip -> tellAll(trip, List.of(happening), told));
    }

    /// Reads the subscriptions in the same round trip as other queries.
    public Later<Listeners> listeners(RoundTrip trip) {
        var each = subscriptions.stream().map(some -> some.asked(trip)).toList();
        return () -> {
            var asked = new ArrayList<Predicate<Event>>();
            for (var one : each) {
                asked.add(one.get());
            }
            return new Listeners(asked);
        };
    }

    /// Writes several events in their order, with one statement for each table.
    ///
    /// @param listeners read in the same transaction
    public void tellAll(RoundTrip trip, Collection<Happening> happenings, Listeners listeners) {
        if (happenings.isEmpty()) {
            return;
        }
        var rows = rows();
        var due = Batch.into("event_due", "reader", "event_id");
        var now = clock.instant();
        for (var happening : happenings) {
            var eventId = ids.next();
            var event = event(happening);
            add(rows, eventId, happening.orderId(), event, now);
            due.row(Reader.LIVE, eventId);
            if (listeners.wants(event)) {
                due.row(Reader.WEBHOOK, eventId);
            }
        }
        rows.write(trip);
        due.write(trip);
    }

    private Event event(Happening happening) {
        return new Event(
                happening.type(), happening.concerns(), text(happening.body()), happening.at());
    }

    private static Batch rows() {
        return Batch.into(
                "event_outbox",
                "event_id",
                "type",
                "order_id",
                "site_id",
                "provider_id",
                "deliverer_id",
                "division",
                "username",
                "content",
                "happened_at",
                "written_at");
    }

    private static void add(
            Batch rows, long eventId, Optional<Long> orderId, Event event, Instant now) {
        var concerns = event.concerns();
        rows.row(
                eventId,
                event.type(),
                orderId.orElse(null),
                concerns.siteId().orElse(null),
                concerns.providerId().orElse(null),
                concerns.delivererId().orElse(null),
                concerns.division(),
                concerns.username().orElse(null),
                event.content(),
                event.at(),
                now);
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("an event that is no JSON", exception);
        }
    }
}
