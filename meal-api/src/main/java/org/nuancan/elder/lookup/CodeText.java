package org.nuancan.elder.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.nuancan.elder.vault.Vault;

/// The text in a QR code: a random number and when it expires, signed. It says nothing about a
/// person.
///
/// `NC1.<key id>.<base64url of 16 random bytes and 8 bytes of seconds>.<base64url of 16 bytes of
/// HMAC-SHA-256>`
///
/// @param nonce the 16 random bytes, in hexadecimal
/// @param expiresAt when it expires, in whole seconds
public record CodeText(String nonce, Instant expiresAt) {

    public static final int NONCE_BYTES = 16;

    private static final String PREFIX = "NC1";
    private static final int PARTS = 4;
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST = 200;

    /// The text, signed with the key in use.
    public String signed(Vault vault) {
        var content =
                ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                        .put(nonceBytes())
                        .putLong(expiresAt.getEpochSecond())
                        .array();
        var unsigned = PREFIX + "." + vault.codeKeyId() + "." + encoded(content);
        return unsigned
                + "."
                + encoded(signature(vault, vault.codeKeyId(), unsigned).orElseThrow());
    }

    /// Reads a text; empty if we did not sign it.
    static Optional<CodeText> read(Vault vault, String text) {
        var parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        var unsigned = text.substring(0, text.lastIndexOf('.'));
        var given = decoded(parts[3]);
        var isOurs =
                signature(vault, parts[1], unsigned)
                        .filter(right -> MessageDigest.isEqual(right, given))
                        .isPresent();
        var content = decoded(parts[2]);
        if (!isOurs || content.length != NONCE_BYTES + Long.BYTES) {
            return Optional.empty();
        }
        var seconds = ByteBuffer.wrap(content, NONCE_BYTES, Long.BYTES).getLong();
        return Optional.of(
                new CodeText(
                        HexFormat.of().formatHex(content, 0, NONCE_BYTES),
                        Instant.ofEpochSecond(seconds)));
    }

    byte[] nonceBytes() {
        return HexFormat.of().parseHex(nonce);
    }

    private static Optional<byte[]> signature(Vault vault, String keyId, String unsigned) {
        return vault.codeSignature(keyId, unsigned.getBytes(StandardCharsets.UTF_8))
                .map(whole -> Arrays.copyOf(whole, SIGNATURE_BYTES));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
