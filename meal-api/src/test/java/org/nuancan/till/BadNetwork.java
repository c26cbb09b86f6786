package org.nuancan.till;

import java.util.Map;
import org.nuancan.engine.FaultyProxy;
import org.nuancan.engine.TestDatabase;

/// A node whose database is behind a [FaultyProxy], with tills that sell at it, and a second node
/// with a good network. Its time-outs are shorter than in production, in the same proportions.
final class BadNetwork extends SellingNode implements AutoCloseable {

    private static final Map<String, Object> SHORT =
            Map.ofEntries(
                    Map.entry("nuancan.request.deadline", "3s"),
                    Map.entry("nuancan.checkout.needed", "500ms"),
                    Map.entry("nuancan.checkout.hung", "1s"),
                    Map.entry("nuancan.database.statement-timeout", "2s"),
                    Map.entry("nuancan.database.socket-timeout", "5s"),
                    Map.entry("nuancan.database.lock-wait", "1s"),
                    Map.entry("nuancan.database.pool-timeout", "1500ms"),
                    Map.entry("nuancan.database.connect-timeout", "1s"),
                    Map.entry("nuancan.database.session-timeout", "5s"),
                    Map.entry("nuancan.database.probe-interval", "300ms"),
                    Map.entry("nuancan.database.probe-timeout", "1s"));

    final FaultyProxy proxy;

    BadNetwork() {
        this(TestDatabase.fresh());
    }

    BadNetwork(TestDatabase database) {
        this(database, FaultyProxy.of(database));
    }

    private BadNetwork(TestDatabase database, FaultyProxy proxy) {
        super(database, proxy.through(database), SHORT);
        this.proxy = proxy;
    }

    @Override
    public void close() {
        proxy.close();
    }
}
