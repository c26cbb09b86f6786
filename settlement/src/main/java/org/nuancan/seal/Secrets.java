package org.nuancan.seal;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Keys for one purpose each, derived from the secret in the configuration (`nuancan.secret`).
///
/// The previous secret (`nuancan.secret-before`) can still open its values, so that the secret can
/// be changed; new values are sealed with the new secret.
///
/// Without a secret this bean cannot be created, except in the environments `embedded` and `test`,
/// which use a public one.
@Singleton
public final class Secrets {

    private static final int LEAST_CHARACTERS = 32;
    private static final String KNOWN_TO_EVERYBODY = "for demos and tests, known to everybody";

    private record Purpose(String secret, String purpose) {}

    private final String now;
    private final List<String> all;
    private final Seal seal = new Seal(new DerivedKeys());

    /// Derived once, since every sale at a till needs three of them.
    private final Map<Purpose, SecretKey> keys = new ConcurrentHashMap<>();

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

    private final class DerivedKeys implements Seal.Keys {

        @Override
        public String current() {
            return idOf(now);
        }

        @Override
        public Optional<SecretKey> find(String keyId, String purpose) {
            return all.stream()
                    .filter(secret -> idOf(secret).equals(keyId))
                    .findFirst()
                    .map(secret -> derived(secret, purpose));
        }
    }

    /// The HMAC-SHA-256 of a text under the key of a purpose, in small hex.
    public String fingerprint(String purpose, byte[] content) {
        return HexFormat.of().formatHex(hmac(derived(now, purpose), content));
    }

    /// A seal with the secret; it also opens values that were sealed with the previous secret.
    public Seal seal() {
        return seal;
    }

    /// Seals a text for its record; the result is ASCII.
    ///
    /// @param record the values of the column's key, in its order
    public String seal(SealedColumn column, String text, Object... record) {
        return seal.sealText(column, text, record);
    }

    /// Opens a value that [#seal] made for the same column and record.
    ///
    /// @throws CannotOpen if it belongs to another column or record, was changed, or no configured
    ///   secret opens it
    public String open(SealedColumn column, String sealed, Object... record) {
        return seal.openText(column, sealed, record);
    }

    private String idOf(String secret) {
        return HexFormat.of().formatHex(derived(secret, "id").getEncoded(), 0, 4);
    }

    private SecretKey derived(String secret, String purpose) {
        return keys.computeIfAbsent(
                new Purpose(secret, purpose),
                _ -> {
                    var master =
                            new SecretKeySpec(
                                    secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
                    return new SecretKeySpec(
                            hmac(master, ("nuancan/" + purpose).getBytes(StandardCharsets.UTF_8)),
                            "AES");
                });
    }

    private static byte[] hmac(SecretKey key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("no HmacSHA256", exception);
        }
    }
}
