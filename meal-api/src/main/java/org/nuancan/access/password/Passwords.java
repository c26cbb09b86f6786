package org.nuancan.access.password;

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

/// Hashes and compares secrets: passwords that people choose by Argon2id, random secrets of this
/// service (256 bits) by SHA-256, since guessing them is impossible anyway.
@Singleton
public final class Passwords {

    /// OWASP's second choice: 19 MiB, two passes; some 50 ms on one core.
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /// Letters and digits that are not confused with one another (Crockford).
    private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final HashingThreads threads;

    /// A hash to compare with if the name does not exist, so that the check takes as long.
    private final String nobodys = ARGON.hash("nobody").getResult();

    Passwords(HashingThreads threads) {
        this.threads = threads;
    }

    /// Hashes a password on a thread for hashing.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `BUSY` if too many others are being hashed
    public String hash(String password) {
        return threads.call(() -> ARGON.hash(password).getResult());
    }

    /// Compares on the calling thread, which must be one for hashing. A wrong secret takes as long
    /// for a terminal and for a name that does not exist as for a person.
    ///
    /// @param hash empty for an account that does not exist or has no secret
    public boolean fits(String secret, Optional<String> hash) {
        var isDigest = hash.filter(known -> !known.startsWith("$")).isPresent();
        if (isDigest && sameDigest(secret, hash.get())) {
            return true;
        }
        var known = hash.filter(_ -> !isDigest);
        return ARGON.check(secret, known.orElse(nobodys)) && known.isPresent();
    }

    /// 256 random bits as text.
    public static String drawn() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Random letters and digits, 5 bits each.
    public static String drawnCode(int length) {
        var code = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    /// 60 random bits in three groups, to be read out to a person.
    public static String oneTime() {
        return String.join("-", drawnCode(4), drawnCode(4), drawnCode(4));
    }

    /// The SHA-256 of a random secret, as lower-case hex.
    public static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }

    /// Whether `digest` is the [#digest] of the secret; compares in constant time.
    public static boolean sameDigest(String secret, String digest) {
        return MessageDigest.isEqual(
                digest(secret).getBytes(StandardCharsets.US_ASCII),
                digest.getBytes(StandardCharsets.US_ASCII));
    }
}
