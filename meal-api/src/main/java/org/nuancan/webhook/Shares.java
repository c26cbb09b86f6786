package org.nuancan.webhook;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How many deliveries go on at a time: to all receivers, to one address (host and port), and for
/// one scope. A receiver that answers slowly holds its own share and no other's.
final class Shares {

    /// Deliveries at a time to all receivers.
    static final int MOST = 64;

    /// Deliveries at a time to one host and port.
    static final int OF_AN_ADDRESS = 4;

    /// Deliveries at a time for all addresses of one scope.
    static final int OF_A_SCOPE = 16;

    /// Whose share a delivery belongs to.
    ///
    /// @param address host and port
    record Owner(String address, String scope) {

        static Owner of(String url, String scope) {
            var uri = URI.create(url);
            var port = uri.getPort() < 0 ? portOf(uri.getScheme()) : uri.getPort();
            return new Owner(uri.getHost().toLowerCase(Locale.ROOT) + ":" + port, scope);
        }

        private static int portOf(String scheme) {
            return "https".equalsIgnoreCase(scheme) ? HTTPS : HTTP;
        }
    }

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Map<String, Integer> byAddress = new HashMap<>();
    private final Map<String, Integer> byScope = new HashMap<>();
    private int all;

    /// The same counts, on which a plan can be tried.
    synchronized Shares copy() {
        var copy = new Shares();
        copy.byAddress.putAll(byAddress);
        copy.byScope.putAll(byScope);
        copy.all = all;
        return copy;
    }

    /// How many more deliveries may begin for an owner.
    synchronized int room(Owner owner) {
        var room =
                Math.min(
                        OF_AN_ADDRESS - byAddress.getOrDefault(owner.address(), 0),
                        OF_A_SCOPE - byScope.getOrDefault(owner.scope(), 0));
        return Math.min(room, MOST - all);
    }

    /// A delivery begins.
    synchronized void begin(Owner owner) {
        all++;
        byAddress.merge(owner.address(), 1, Integer::sum);
        byScope.merge(owner.scope(), 1, Integer::sum);
    }

    /// A delivery has ended.
    synchronized void end(Owner owner) {
        all--;
        leave(byAddress, owner.address());
        leave(byScope, owner.scope());
    }

    private static void leave(Map<String, Integer> counts, String name) {
        counts.computeIfPresent(name, (_, count) -> count > 1 ? count - 1 : null);
    }
}
