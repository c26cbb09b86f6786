package org.nuancan.access.attempt;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A block of IP addresses: one address, or all with the same first bits (CIDR).
///
/// @param prefix how many bits count
record AddressBlock(InetAddress address, int prefix) {

    /// Only characters of numeric addresses, so that no name server is ever queried.
    private static final Pattern NUMERIC =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int LONGEST = 45;

    /// Reads an address or a block, such as `10.0.0.0/8` or `fd00::/8`.
    ///
    /// @return empty if the text is none of them
    static Optional<AddressBlock> read(String text) {
        var parts = text.strip().split("/", -1);
        if (parts.length > 2) {
            return Optional.empty();
        }
        return address(parts[0])
                .flatMap(address -> {
                    var bits = address.getAddress().length * Byte.SIZE;
                    if (parts.length == 1) {
                        return Optional.of(new AddressBlock(address, bits));
                    }
                    return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits
                            ? Optional.of(new AddressBlock(address, Integer.parseInt(parts[1])))
                            : Optional.empty();
                });
    }

    /// Reads a numeric address; an IPv4 address that is mapped into IPv6 is an IPv4 address.
    static Optional<InetAddress> address(String text) {
        if (text.length() > LONGEST || !NUMERIC.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        var mine = address.getAddress();
        var bytes = other.getAddress();
        if (mine.length != bytes.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ bytes[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
