package org.nuancan.console.session;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The keys of this console, each for one use, drawn from the one that is set (RFC 5869).
@Singleton
final class Keys {

    private static final int BYTES = 32;

    private final SecretKey sealing;
    private final SecretKey proving;

    Keys(ConsoleSettings settings) {
        var root = settings.key().orElseGet(Keys::random);
        this.sealing = derived(root, "session", "AES");
        this.proving = derived(root, "form", "HmacSHA256");
    }

    /// For the cookie that holds a session.
    SecretKey sealing() {
        return sealing;
    }

    /// For the token that proves that the console made a form.
    SecretKey proving() {
        return proving;
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecretKey derived(byte[] root, String use, String algorithm) {
        try {
            var purpose = ("nuancan-console-" + use).getBytes(StandardCharsets.US_ASCII);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(purpose, BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HKDF-SHA256 is part of Java 25", missing);
        }
    }
}
