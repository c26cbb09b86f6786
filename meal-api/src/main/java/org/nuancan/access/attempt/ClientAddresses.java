package org.nuancan.access.attempt;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the client's address of a request; failed sign-ins are counted by it.
///
/// Behind proxies it is the rightmost address of `X-Forwarded-For` that is not a trusted proxy's,
/// provided that the connection itself comes from a trusted proxy. All addresses to the left of it
/// were written by the client and are not read. Of an IPv6 address the first 64 bits count, since a
/// client chooses the others itself.
@Singleton
public final class ClientAddresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    /// The most hops that are read, from the right; no real chain of proxies is longer.
    private static final int MOST_HOPS = 20;

    private final List<AddressBlock> proxies;

    /// @param proxies addresses and CIDR blocks, separated by commas; `NUANCAN_TRUSTED_PROXIES`
    /// @throws IllegalStateException naming every item that is neither
    ClientAddresses(@Property(name = "nuancan.trusted-proxies", defaultValue = "") String proxies) {
        var named =
                Arrays.stream(proxies.split(",", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        var faults = named.stream().filter(text -> AddressBlock.read(text).isEmpty()).toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "NUANCAN_TRUSTED_PROXIES: neither addresses nor CIDR blocks: " + faults);
        }
        this.proxies = named.stream().map(AddressBlock::read).flatMap(Optional::stream).toList();
    }

    /// The client's address; for IPv6 its network of 64 bits.
    public String of(HttpRequest<?> request) {
        var connection = request.getRemoteAddress().getAddress();
        if (connection == null) {
            return "";
        }
        return network(client(connection, request.getHeaders().getAll("X-Forwarded-For")));
    }

    /// @param headers all headers `X-Forwarded-For`, the first one first
    InetAddress client(InetAddress connection, List<String> headers) {
        if (!isProxy(connection)) {
            return connection;
        }
        var nearest = connection;
        for (var hop : lastHops(headers)) {
            var address = hop(hop);
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get();
            if (!isProxy(nearest)) {
                return nearest;
            }
        }
        return connection;
    }

    /// The last hops, the nearest first.
    private static List<String> lastHops(List<String> headers) {
        var hops = new ArrayList<String>();
        for (var header : headers.reversed()) {
            var end = header.length();
            while (end >= 0 && hops.size() < MOST_HOPS) {
                var comma = header.lastIndexOf(',', end - 1);
                hops.add(header.substring(comma + 1, end).strip());
                end = comma;
            }
        }
        return hops;
    }

    /// An address as proxies write it: bare, with a port, or in brackets.
    private static Optional<InetAddress> hop(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end < 0 ? Optional.empty() : AddressBlock.address(text.substring(1, end));
        }
        var colon = text.indexOf(':');
        var hasPort = colon >= 0 && colon == text.lastIndexOf(':');
        return AddressBlock.address(hasPort ? text.substring(0, colon) : text);
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(block -> block.contains(address));
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var bytes = address.getAddress();
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an address", impossible);
        }
    }
}
