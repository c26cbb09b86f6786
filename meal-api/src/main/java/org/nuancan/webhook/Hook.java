package org.nuancan.webhook;

import java.time.Instant;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.event.Audience;
import org.nuancan.event.Event;
import org.nuancan.event.EventType;

/// An address that is told what happens. It belongs to the scope, not to the person who named it.
///
/// @param events which events it asked for
record Hook(
        long webhookId,
        String role,
        Scope scope,
        String url,
        Set<EventType> events,
        Instant createdAt,
        String createdBy) {

    Hook {
        events = Set.copyOf(events);
    }

    /// Whether it is told an event: it asked for it, and whoever named it would be told.
    boolean wants(Event event) {
        return events.contains(event.type())
                && Audience.of(new Caller(createdBy, role, scope)).test(event);
    }
}
