package org.nuancan.elder.vault;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.nuancan.seal.Seal;

/// The keys of this capability, read at start; without them nothing starts.
///
/// - `nuancan.elder.id-number-keys`: `<key id>:<base64 of 32 bytes>`, several by commas. The first
///   seals, all open: to rotate, put a new one in front.
/// - `nuancan.elder.code-keys`: the same for the signatures of one-time codes.
/// - `nuancan.elder.index-key`: base64 of 32 bytes, for the keyed hashes that find a person again.
///   It cannot rotate without writing them anew.
///
/// In the environments `embedded` and `test` a setting that is missing is replaced by a key that
/// everybody knows.
@Factory
final class ElderKeys {

    /// Keys by id, the first one in use.
    ///
    /// @param current the id of the key in use
    /// @param byId all keys
    record Ring(String current, Map<String, SecretKeySpec> byId) implements Seal.Keys {

        @Override
        public Optional<SecretKey> find(String keyId, String purpose) {
            return Optional.ofNullable(byId.get(keyId));
        }
    }

    private static final Pattern KEY_ID = Pattern.compile("[0-9A-Za-z_-]{1,16}");
    private static final int KEY_BYTES = 32;

    private final List<String> faults = new ArrayList<>();
    private final boolean hasDemoKeys;

    ElderKeys(Environment environment) {
        hasDemoKeys =
                environment.getActiveNames().contains("embedded")
                        || environment.getActiveNames().contains("test");
    }

    /// @throws IllegalStateException naming every setting that is missing or malformed, never its
    ///   value
    @Context
    @Bean
    Vault vault(
            @Nullable @Property(name = "nuancan.elder.id-number-keys") String sealing,
            @Nullable @Property(name = "nuancan.elder.code-keys") String codes,
            @Nullable @Property(name = "nuancan.elder.index-key") String index) {
        var sealingRing = ring("nuancan.elder.id-number-keys", sealing, "AES");
        var codeRing = ring("nuancan.elder.code-keys", codes, "HmacSHA256");
        var indexRing =
                ring(
                        "nuancan.elder.index-key",
                        index == null || index.isBlank() ? null : "index:" + index,
                        "HmacSHA256");
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
        return new Vault(sealingRing, codeRing, indexRing);
    }

    private Ring ring(String setting, @Nullable String text, String algorithm) {
        if (text == null || text.isBlank()) {
            if (!hasDemoKeys) {
                faults.add(setting + " is missing");
            }
            return new Ring("demo", Map.of("demo", demoKey(setting, algorithm)));
        }
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        for (var entry : text.split(",", -1)) {
            var colon = entry.indexOf(':');
            var id = colon < 0 ? "" : entry.substring(0, colon).strip();
            var bytes = decoded(entry.substring(colon + 1).strip());
            if (!KEY_ID.matcher(id).matches() || bytes.length != KEY_BYTES) {
                faults.add(setting + " is not a list of <key id>:<base64 of 32 bytes>");
                continue;
            }
            if (keys.put(id, new SecretKeySpec(bytes, algorithm)) != null) {
                faults.add(setting + " has two keys of one id");
            }
        }
        return new Ring(keys.isEmpty() ? "" : keys.keySet().iterator().next(), Map.copyOf(keys));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static SecretKeySpec demoKey(String setting, String algorithm) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("demo " + setting).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(hash, algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
