package org.nuancan.live;

import io.lettuce.core.StreamMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.event.Event;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;

/// An event with its place in the stream.
record StreamEntry(EventId id, Event event) {

    static Map<String, String> fields(Event event) {
        var concerns = event.concerns();
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", event.type().wireName());
        fields.put("division", concerns.division());
        concerns.siteId().ifPresent(id -> fields.put("site", Long.toString(id)));
        concerns.providerId().ifPresent(id -> fields.put("provider", Long.toString(id)));
        concerns.delivererId().ifPresent(id -> fields.put("deliverer", Long.toString(id)));
        concerns.username().ifPresent(name -> fields.put("rider", name));
        fields.put("content", event.content());
        fields.put("at", event.at().toString());
        return fields;
    }

    /// Reads an entry; empty for a format of another version of this program.
    static Optional<StreamEntry> read(StreamMessage<String, String> message) {
        var fields = message.getBody();
        try {
            var concerns =
                    new Concerns(
                            field(fields, "division"),
                            number(fields, "site"),
                            number(fields, "provider"),
                            number(fields, "deliverer"),
                            Optional.ofNullable(fields.get("rider")));
            var event =
                    new Event(
                            EventType.read(field(fields, "type")).orElseThrow(),
                            concerns,
                            field(fields, "content"),
                            Instant.parse(field(fields, "at")));
            return EventId.read(message.getId()).map(id -> new StreamEntry(id, event));
        } catch (IllegalArgumentException
                | NullPointerException
                | java.util.NoSuchElementException
                | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Long::valueOf);
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
