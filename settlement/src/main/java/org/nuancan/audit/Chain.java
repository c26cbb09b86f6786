package org.nuancan.audit;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// Hashes an entry onto its chain: SM3 over a byte for the kind of hash, the previous hash, and the
/// entry's fields, each preceded by its length, so that different entries never give the same
/// input.
final class Chain {

    /// The hash before the first entry.
    static final String BEGINNING = "0".repeat(64);

    /// 0 to 2 are leaves, nodes and statements.
    private static final byte AUDIT = 3;

    private static final byte CONTENT = 4;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Chain() {}

    /// The hash of an entry after `previous`, hex.
    static String hash(String previous, AuditEntryEntity entry) {
        var digest = new SM3Digest();
        digest.update(AUDIT);
        add(digest, HexFormat.of().parseHex(previous));
        field(digest, Long.toString(entry.entryId()));
        field(digest, entry.area());
        field(digest, entry.actedBy());
        field(digest, entry.act());
        field(digest, entry.subject());
        field(digest, entry.detail());
        field(digest, INSTANT.format(entry.actedAt()));
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /// The hash of an entry's content, hex.
    static String hash(AuditContentEntity content) {
        var digest = new SM3Digest();
        digest.update(CONTENT);
        field(digest, Long.toString(content.entryId()));
        field(digest, content.division());
        content.changes().forEach(change -> field(digest, change));
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    private static void field(SM3Digest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, (bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        add(digest, bytes);
    }

    private static void add(SM3Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }
}
