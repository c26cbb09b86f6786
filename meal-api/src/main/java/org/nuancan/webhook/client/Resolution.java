package org.nuancan.webhook.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// Resolves host names for deliveries. The connection uses only the addresses returned here, so
/// that the checked address and the connected address are the same.
final class Resolution implements DnsResolver {

    /// A name that resolves to an internal address.
    static final class Inside extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Inside(String host) {
            super(host + " leads inside");
        }
    }

    /// Number of addresses of a name that are tried, each with its own time to connect.
    private static final int MOST_ADDRESSES = 3;

    private final boolean inside;

    /// @param inside whether internal addresses are allowed
    Resolution(boolean inside) {
        this.inside = inside;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!inside && !Arrays.stream(found).allMatch(PublicAddress::is)) {
            throw new Inside(host);
        }
        return Arrays.copyOf(found, Math.min(found.length, MOST_ADDRESSES));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether a numeric host is a public address; no name is resolved.
    static boolean isPublic(String literal) {
        try {
            return PublicAddress.is(InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
