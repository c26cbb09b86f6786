package org.nuancan.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keys for one purpose each, derived from the one secret of the configuration (`nuancan.secret`).
///
/// The secret before (`nuancan.secret-before`) still opens what it has sealed, so that the secret
/// can be changed; what is sealed from then on is sealed by the new one.
///
/// Without a secret nothing starts, but in the environments `embedded` and `test`, where one that
/// everybody knows is taken.
@Context
public final class Secrets {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_CHARACTERS = 32;
    private static final String KNOWN_TO_EVERYBODY = "for demos and tests, known to everybody";
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Purpose(String secret, String purpose) {}

    private final String now;
    private final List<String> all;

    /// Derived once: a till's every sale needs three of them.
    private final Map<Purpose, byte[]> keys = new ConcurrentHashMap<>();

    Secrets(
            @Property(name = "nuancan.secret", defaultValue = "") String now,
            @Property(name = "nuancan.secret-before", defaultValue = "") String before,
            Environment environment) {
        var names = environment.getActiveNames();
        if (now.isEmpty() && (names.contains("embedded") || names.contains("test"))) {
            this.now = KNOWN_TO_EVERYBODY;
            this.all = List.of(KNOWN_TO_EVERYBODY);
            return;
        }
        if (now.length() < LEAST_CHARACTERS) {
            throw new IllegalStateException(
                    "nuancan.secret (NUANCAN_SECRET) must have at least %d characters, not %d"
                            .formatted(LEAST_CHARACTERS, now.length()));
        }
        this.now = now;
        this.all = Stream.of(now, before).filter(secret -> !secret.isEmpty()).toList();
    }

    /// The HMAC-SHA-256 of a text under the key of a purpose, in small hex.
    public String fingerprint(String purpose, byte[] content) {
        return HexFormat.of().formatHex(hmac(derived(now, purpose), content));
    }

    /// Encrypts (AES-256-GCM); the result is ASCII and names the secret by a prefix.
    public String seal(String purpose, byte[] content) {
        var iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, derived(now, purpose), iv);
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return String.join(
                    ".",
                    keyId(now),
                    base64.encodeToString(iv),
                    base64.encodeToString(cipher.doFinal(content)));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("cannot seal " + purpose, exception);
        }
    }

    /// Decrypts what [#seal] made for the same purpose.
    ///
    /// @throws IllegalStateException if no configured secret opens it
    public byte[] open(String purpose, String sealed) {
        var parts = sealed.split("\\.", -1);
        var secret =
                all.stream()
                        .filter(known -> keyId(known).equals(parts[0]))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no configured secret has the id " + parts[0]));
        try {
            var base64 = Base64.getUrlDecoder();
            var cipher =
                    cipher(Cipher.DECRYPT_MODE, derived(secret, purpose), base64.decode(parts[1]));
            return cipher.doFinal(base64.decode(parts[2]));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("cannot open " + purpose, exception);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKey secretKey = new SecretKeySpec(key, "AES");
        cipher.init(mode, secretKey, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private String keyId(String secret) {
        return HexFormat.of().formatHex(derived(secret, "id"), 0, 4);
    }

    private byte[] derived(String secret, String purpose) {
        return keys.computeIfAbsent(
                new Purpose(secret, purpose),
                _ ->
                        hmac(
                                secret.getBytes(StandardCharsets.UTF_8),
                                ("nuancan/" + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("no HmacSHA256", exception);
        }
    }
}
