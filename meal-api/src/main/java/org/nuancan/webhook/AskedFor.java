package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.event.Event;
import org.nuancan.event.Subscriptions;

/// Finds the events that registered addresses subscribed to. Each sale at a till calls this in its
/// own transaction, so it reads one count, and reads the addresses again only when the count
/// changed. An address that was removed in the meantime may still get deliveries on the list; they
/// are not sent.
@Singleton
final class AskedFor implements Subscriptions {

    /// @param everMade number of addresses ever registered, at the time of reading
    private record Known(long everMade, List<Hook> hooks) {}

    private final HookService hooks;
    private volatile Known known = new Known(0, List.of());

    AskedFor(HookService hooks) {
        this.hooks = hooks;
    }

    @Override
    public Later<Predicate<Event>> asked(RoundTrip trip) {
        var everMade = hooks.everMade(trip);
        return () -> {
            var some = hooks(everMade.get());
            return event -> some.stream().anyMatch(hook -> hook.wants(event));
        };
    }

    private List<Hook> hooks(long everMade) {
        var current = known;
        if (current.everMade() != everMade) {
            current = new Known(everMade, hooks.all());
            known = current;
        }
        return current.hooks();
    }
}
