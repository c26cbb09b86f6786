package org.nuancan.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.event.Event.Concerns;

/// Where what happens is written down to be told, in the transaction that makes it happen.
@Singleton
public final class Events {

    /// Something that happened.
    ///
    /// @param orderId the order it is about, if it is about one
    /// @param body what is told, written as JSON; ids only, no names
    public record Happening(
            EventType type, Optional<Long> orderId, Concerns concerns, Object body, Instant at) {}

    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Events(Ids ids, @RealTime InstantSource clock, ObjectMapper json) {
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// Writes one down.
    public void tell(Connection connection, Happening happening) throws SQLException {
        tellAll(connection, List.of(happening));
    }

    /// Writes many down, in their order.
    public void tellAll(Connection connection, Collection<Happening> happenings)
            throws SQLException {
        var rows =
                Batch.into(
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
        var due = Batch.into("event_due", "reader", "event_id");
        var now = clock.instant();
        for (var happening : happenings) {
            var eventId = ids.next();
            var concerns = happening.concerns();
            rows.row(
                    eventId,
                    happening.type(),
                    happening.orderId().orElse(null),
                    concerns.siteId().orElse(null),
                    concerns.providerId().orElse(null),
                    concerns.delivererId().orElse(null),
                    concerns.division(),
                    concerns.username().orElse(null),
                    text(happening.body()),
                    happening.at(),
                    now);
            for (var reader : Reader.values()) {
                due.row(reader, eventId);
            }
        }
        rows.write(connection);
        due.write(connection);
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("an event that is no JSON", exception);
        }
    }
}
