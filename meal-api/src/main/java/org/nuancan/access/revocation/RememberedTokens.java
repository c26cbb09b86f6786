package org.nuancan.access.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWT;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.CallerClaims;
import org.nuancan.day.RealTime;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Verifies each access token once, since a till sends the same one a thousand times. The
/// framework's validator checks signature and claims; later requests check only time and
/// revocation.
@Singleton
final class RememberedTokens implements TokenValidator<HttpRequest<?>> {

    private static final int REMEMBERED = 20_000;

    private record Verified(Authentication authentication, Instant until) {}

    private final JsonWebTokenValidator<JWT, HttpRequest<?>> validator;
    private final JwtAuthenticationFactory authentications;
    private final Revocations revocations;
    private final InstantSource clock;
    private final Scheduler blocking;
    private final Cache<String, Verified> verified;

    RememberedTokens(
            JsonWebTokenValidator<JWT, HttpRequest<?>> validator,
            JwtAuthenticationFactory authentications,
            Revocations revocations,
            AccessTokenConfiguration tokens,
            @RealTime InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.validator = validator;
        this.authentications = authentications;
        this.revocations = revocations;
        this.clock = clock;
        this.blocking = Schedulers.fromExecutorService(blocking);
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterWrite(Duration.ofSeconds(tokens.getExpiration()))
                        .build();
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (revocations.isFresh()) {
            var known = verified.getIfPresent(token);
            if (known != null) {
                return Mono.justOrEmpty(stillGood(known));
            }
        }
        // Keys or revocations may have to be read from the database.
        return Mono.fromCallable(() -> check(token, request))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty);
    }

    private Optional<Authentication> check(String token, @Nullable HttpRequest<?> request) {
        var known = verified.getIfPresent(token);
        return known == null
                ? validator.validate(token, request).flatMap(found -> remember(token, found))
                : stillGood(known);
    }

    private Optional<Authentication> remember(String token, JWT found) {
        var authentication = authentications.createAuthentication(found);
        authentication.ifPresent(caller -> verified.put(token, new Verified(caller, until(found))));
        return authentication;
    }

    private static Instant until(JWT token) {
        try {
            return token.getJWTClaimsSet().getExpirationTime().toInstant();
        } catch (ParseException exception) {
            throw new IllegalStateException("a verified token that cannot be read", exception);
        }
    }

    private Optional<Authentication> stillGood(Verified known) {
        var caller = known.authentication();
        return clock.instant().isBefore(known.until())
                        && !revocations.isVoid(
                                caller.getName(),
                                CallerClaims.epochOf(caller),
                                CallerClaims.familyOf(caller))
                ? Optional.of(caller)
                : Optional.empty();
    }
}
