package org.nuancan.console.session;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;

/// Tokens that prove that the console gave a form to the same browser.
@Singleton
public final class Forms {

    private static final int VISITOR_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    Forms(Keys keys) {
        this.keys = keys;
    }

    /// A new random name for a browser.
    public String visitor() {
        var bytes = new byte[VISITOR_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The token that goes into a form for this browser.
    public String token(String visitor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.proving());
            var code = mac.doFinal(visitor.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of Java", impossible);
        }
    }

    /// Whether a form's token was given to this browser.
    public boolean isOurs(String visitor, String token) {
        return MessageDigest.isEqual(
                token(visitor).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}
