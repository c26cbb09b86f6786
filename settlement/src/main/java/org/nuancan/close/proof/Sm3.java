package org.nuancan.close.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// SM3 (GB/T 32905) with different prefixes for leaves, nodes and statements, as RFC 6962 does with
/// SHA-256: a leaf cannot have the hash of a node.
final class Sm3 {

    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte STATEMENT = 2;

    private final SM3Digest digest = new SM3Digest();

    byte[] leaf(String text) {
        digest.update(LEAF);
        add(text.getBytes(StandardCharsets.UTF_8));
        return done();
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        add(left);
        add(right);
        return done();
    }

    byte[] statement(byte[] root, String header) {
        digest.update(STATEMENT);
        add(root);
        add(header.getBytes(StandardCharsets.UTF_8));
        return done();
    }

    byte[] nothing() {
        return done();
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private void add(byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }

    private byte[] done() {
        var hash = new byte[LENGTH];
        digest.doFinal(hash, 0);
        return hash;
    }
}
