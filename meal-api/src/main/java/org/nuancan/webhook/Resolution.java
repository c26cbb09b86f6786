package org.nuancan.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// Resolves names for deliveries: the connection goes to what is given back here and nowhere else,
/// so that a name cannot be one thing when it is looked at and another when it is connected to.
final class Resolution implements DnsResolver {

    /// A name that leads inside.
    static final class Inside extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Inside(String host) {
            super(host + " leads inside");
        }
    }

    /// Addresses of a name that are tried, each with its own time to connect.
    private static final int MOST_ADDRESSES = 3;

    private final boolean inside;

    /// @param inside whether the inside is allowed
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

    /// Whether a number written as a host is one of the outside; no name is looked up.
    static boolean isPublic(String literal) {
        try {
            return PublicAddress.is(InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
