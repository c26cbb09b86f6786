package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.event.Event;
import org.nuancan.event.Subscriptions;

/// What addresses on file asked for. A till's checkout asks this in its own transaction: so it is
/// one count, and the addresses are read again only when there is a new one. Of an address that was
/// taken off the file meanwhile something more is put on the list than is sent.
@Singleton
final class AskedFor implements Subscriptions {

    /// @param everMade how many there were when they were read
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
        var seen = known;
        if (seen.everMade() != everMade) {
            seen = new Known(everMade, hooks.all());
            known = seen;
        }
        return seen.hooks();
    }
}
