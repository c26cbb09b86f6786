package org.nuancan.till.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;

/// Signatures of receipts: HMAC-SHA-256 with the terminal's key over the receipt without
/// `signature` in the canonical form of RFC 8785, as lower-case hex.
public final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /// Whether a receipt has the right signature of its terminal.
    public static boolean holds(ObjectNode receipt, String signature, String signingKey) {
        var unsigned = receipt.deepCopy();
        unsigned.remove("signature");
        return MessageDigest.isEqual(
                of(unsigned, signingKey).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }

    /// The signature of an unsigned receipt.
    static String of(ObjectNode unsigned, String signingKey) {
        try {
            var canonical = new JsonCanonicalizer(unsigned.toString()).getEncodedUTF8();
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(canonical));
        } catch (IOException | GeneralSecurityException exception) {
            throw new IllegalStateException("a receipt that cannot be signed", exception);
        }
    }
}
