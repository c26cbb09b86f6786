package org.nuancan.console.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// A session as the browser keeps it: sealed with AES-256-GCM, so that only the console reads it or
/// changes it.
@Singleton
final class SessionCookie {

    private static final byte[] PURPOSE = "nuancan-session-2".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    SessionCookie(Keys keys) {
        this.keys = keys;
    }

    String seal(Session session) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(JSON.writeValueAsBytes(session));
            var whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("a session cannot be sealed", impossible);
        }
    }

    /// The session, or empty if it was not sealed by us or was changed on its way.
    Optional<Session> open(String cookie) {
        try {
            var whole = Base64.getUrlDecoder().decode(cookie);
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = ByteBuffer.wrap(whole, 0, NONCE_BYTES);
            var bytes = new byte[NONCE_BYTES];
            nonce.get(bytes);
            var plain =
                    cipher(Cipher.DECRYPT_MODE, bytes)
                            .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(JSON.readValue(plain, Session.class));
        } catch (IllegalArgumentException | AEADBadTagException | IOException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of Java", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }
}
