package org.nuancan.webhook.client;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Limits for concurrent deliveries: to all receivers, to one address (host and port), and for one
/// scope. A receiver that answers slowly uses up only its own share.
public final class Shares {

    /// Concurrent deliveries to all receivers.
    static final int MOST = 64;

    /// Concurrent deliveries to one host and port.
    public static final int OF_AN_ADDRESS = 4;

    /// Concurrent deliveries for all addresses of one scope.
    static final int OF_A_SCOPE = 16;

    /// The address and scope whose limits apply to a delivery.
    ///
    /// @param address host and port
    public record Owner(String address, String scope) {

        /// The owner of a URL: the host in lower case, with the scheme's port if the URL has none.
        public static Owner of(String url, String scope) {
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

    /// A copy of the counts, for planning.
    public synchronized Shares copy() {
        var copy = new Shares();
        copy.byAddress.putAll(byAddress);
        copy.byScope.putAll(byScope);
        copy.all = all;
        return copy;
    }

    /// Number of further deliveries that may start for an owner.
    public synchronized int room(Owner owner) {
        var room =
                Math.min(
                        OF_AN_ADDRESS - byAddress.getOrDefault(owner.address(), 0),
                        OF_A_SCOPE - byScope.getOrDefault(owner.scope(), 0));
        return Math.min(room, MOST - all);
    }

    /// Counts a delivery that starts.
    public synchronized void begin(Owner owner) {
        all++;
        byAddress.merge(owner.address(), 1, Integer::sum);
        byScope.merge(owner.scope(), 1, Integer::sum);
    }

    /// Removes a delivery that has ended from the counts.
    public synchronized void end(Owner owner) {
        all--;
        leave(byAddress, owner.address());
        leave(byScope, owner.scope());
    }

    private static void leave(Map<String, Integer> counts, String name) {
        counts.computeIfPresent(name, (_, count) -> count > 1 ? count - 1 : null);
    }
}
