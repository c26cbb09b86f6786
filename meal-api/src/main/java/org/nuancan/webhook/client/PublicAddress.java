package org.nuancan.webhook.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Distinguishes public internet addresses from internal ones (IANA's special-purpose registries,
/// RFC 6890).
final class PublicAddress {

    private static final List<Block> INSIDE =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.88.99.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 4),
                    Block.of("240.0.0.0", 4));

    /// The public part of IPv6: without tunnels, translated addresses and examples, which can lead
    /// to other networks.
    private static final Block WORLD = Block.of("2000::", 3);

    private static final List<Block> NOT_THE_WORLD =
            List.of(
                    Block.of("2001::", 23),
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16),
                    Block.of("3fff::", 20));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> INSIDE.stream().noneMatch(block -> block.holds(four));
            case Inet6Address six ->
                    WORLD.holds(six) && NOT_THE_WORLD.stream().noneMatch(block -> block.holds(six));
            default -> false;
        };
    }

    /// A block of addresses with a common prefix.
    private record Block(InetAddress first, int bits) {

        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal), bits);
            } catch (UnknownHostException exception) {
                throw new IllegalArgumentException(literal, exception);
            }
        }

        boolean holds(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % Byte.SIZE;
                if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
