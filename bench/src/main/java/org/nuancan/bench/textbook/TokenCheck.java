package org.nuancan.bench.textbook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Authenticates bearer tokens by the public keys of a file. Each token's signature is verified
/// only once, as in the real service, so that it does not influence the comparison.
@Singleton
@Requires(env = "textbook")
final class TokenCheck implements TokenValidator<HttpRequest<?>> {

    private final JWKSet keys;
    private final Cache<String, JWTClaimsSet> verified =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    TokenCheck(@Property(name = "textbook.keys") String file) throws IOException, ParseException {
        keys = JWKSet.load(new File(file));
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.justOrEmpty(claims(token).flatMap(TokenCheck::authentication));
    }

    private Optional<JWTClaimsSet> claims(String token) {
        var known = verified.getIfPresent(token);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            var read = SignedJWT.parse(token);
            var key = keys.getKeyByKeyId(read.getHeader().getKeyID());
            if (key == null || !read.verify(new ECDSAVerifier(key.toECKey()))) {
                return Optional.empty();
            }
            verified.put(token, read.getJWTClaimsSet());
            return Optional.of(read.getJWTClaimsSet());
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static Optional<Authentication> authentication(JWTClaimsSet claims) {
        if (!Instant.now().isBefore(claims.getExpirationTime().toInstant())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ServerAuthentication(
                            claims.getSubject(),
                            claims.getStringListClaim("roles"),
                            claims.getClaims()));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }
}
