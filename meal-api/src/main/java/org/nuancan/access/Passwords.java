package org.nuancan.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// How secrets are kept: what people choose by Argon2id, what we draw (256 random bits) by SHA-256,
/// which nobody can try out either.
@Singleton
final class Passwords {

    /// OWASP's second choice: 19 MiB, two passes; some 50 ms on one core.
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final long LONGEST_WAIT_S = 5;

    /// Sign-ins must not take every core and all memory from the tills.
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// Something to compare with where there is no such name, so that it takes as long.
    private final String nobodys = hash("nobody");

    String hash(String password) {
        return inTurn(() -> ARGON.hash(password).getResult());
    }

    /// @param hash empty for an account that does not exist or has no secret
    boolean fits(String secret, Optional<String> hash) {
        return hash.filter(known -> !known.startsWith("$"))
                .map(known -> sameDigest(secret, known))
                .orElseGet(() -> {
                    var known = hash.orElse(nobodys);
                    var fits = inTurn(() -> ARGON.check(secret, known));
                    return fits && hash.isPresent();
                });
    }

    /// 256 random bits as text.
    static String drawn() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// For what was drawn at random; small hex.
    static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }

    static boolean sameDigest(String secret, String digest) {
        return MessageDigest.isEqual(
                digest(secret).getBytes(StandardCharsets.US_ASCII),
                digest.getBytes(StandardCharsets.US_ASCII));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemCode.BUSY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.BUSY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
