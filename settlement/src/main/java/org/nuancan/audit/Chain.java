package org.nuancan.audit;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.nuancan.db.Row;

/// How an entry is hashed onto its chain: SM3 over a byte that says what this is, the hash before
/// it, and the entry's fields, each behind its length, so that no two entries read alike.
final class Chain {

    /// The hash before the first entry.
    static final String BEGINNING = "0".repeat(64);

    /// 0 to 2 are leaves, nodes and statements.
    private static final byte AUDIT = 3;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// An entry as it is kept.
    record Kept(
            long entryId,
            String area,
            String by,
            String act,
            String subject,
            String detail,
            Instant at) {

        static Kept read(Row row) throws SQLException {
            return new Kept(
                    row.number("entry_id"),
                    row.text("area"),
                    row.text("acted_by"),
                    row.text("act"),
                    row.text("subject"),
                    row.text("detail"),
                    row.instant("acted_at"));
        }
    }

    private Chain() {}

    /// The hash of an entry behind `previous`, hex.
    static String hash(String previous, Kept entry) {
        var digest = new SM3Digest();
        digest.update(AUDIT);
        add(digest, HexFormat.of().parseHex(previous));
        field(digest, Long.toString(entry.entryId()));
        field(digest, entry.area());
        field(digest, entry.by());
        field(digest, entry.act());
        field(digest, entry.subject());
        field(digest, entry.detail());
        field(digest, INSTANT.format(entry.at()));
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
