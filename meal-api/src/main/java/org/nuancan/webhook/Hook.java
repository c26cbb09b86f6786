package org.nuancan.webhook;

import java.time.Instant;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.event.Audience;
import org.nuancan.event.Event;
import org.nuancan.event.EventType;

/// A registered address that gets events. It belongs to a scope, not to the person who registered
/// it.
///
/// @param events the events that it subscribed to
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

    /// Whether it gets an event: it subscribed to the event, and its role and scope may see it.
    boolean wants(Event event) {
        return events.contains(event.type())
                && Audience.of(new Caller(createdBy, role, scope)).test(event);
    }
}
