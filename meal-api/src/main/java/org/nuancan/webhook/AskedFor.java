package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.nuancan.event.Event;
import org.nuancan.event.Subscriptions;

/// What addresses on file asked for. A till's checkout asks this in its own transaction: so it is
/// one count, and the addresses are read again only when there is a new one. Of an address that was
/// taken off the file meanwhile something more is put on the list than is sent.
@Singleton
final class AskedFor implements Subscriptions {

    /// @param everMade how many there were when they were read
    private record Known(long everMade, List<Hook> hooks) {}

    private final Hooks hooks;
    private volatile Known known = new Known(0, List.of());

    AskedFor(Hooks hooks) {
        this.hooks = hooks;
    }

    @Override
    public Predicate<Event> asked(Connection connection) throws SQLException {
        var everMade = hooks.everMade(connection);
        var seen = known;
        if (seen.everMade() != everMade) {
            seen = new Known(everMade, hooks.all(connection));
            known = seen;
        }
        var some = seen.hooks();
        return event -> some.stream().anyMatch(hook -> hook.wants(event));
    }
}
