package org.nuancan.bench.textbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.nuancan.bench.textbook.Entities.KeptAnswer;

/// Stores answers, so that the same key gets the same answer.
@Singleton
class Answers {

    private static final int CREATED = 201;

    private final Repositories.Keys keys;
    private final ObjectMapper json;

    Answers(Repositories.Keys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /// @throws Refused if the key was used with another content
    Optional<String> earlier(Till.SaleContext context, CheckoutBody body) {
        var kept = keys.findByCallerAndIdempotencyKey(context.terminal(), context.key());
        if (kept.isPresent() && !kept.get().fingerprint().equals(fingerprint(body))) {
            throw Refused.rule("IDEMPOTENCY_KEY_REUSED");
        }
        return kept.map(KeptAnswer::answer);
    }

    String keep(Till.SaleContext context, CheckoutBody body, CheckoutAnswer answer, Instant at) {
        var text = text(answer);
        var _ =
                keys.save(
                        new KeptAnswer(
                                context.terminal(),
                                context.key(),
                                fingerprint(body),
                                CREATED,
                                text,
                                at));
        return text;
    }

    private String fingerprint(CheckoutBody body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text(body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("no JSON", exception);
        }
    }
}
