package org.nuancan.live;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/// Checks whether a page's caller is still signed in: an open connection must not outlive the token
/// that opened it.
@Singleton
final class StillIn {

    private static final String BEARER = "Bearer ";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TokenValidator<HttpRequest<?>> tokens;

    StillIn(TokenValidator<HttpRequest<?>> tokens) {
        this.tokens = tokens;
    }

    /// @param request the request that opened the page, with its token
    BooleanSupplier of(HttpRequest<?> request) {
        var token =
                request.getHeaders()
                        .getAuthorization()
                        .filter(header -> header.startsWith(BEARER))
                        .map(header -> header.substring(BEARER.length()).strip());
        return () -> token.map(this::holds).orElse(false);
    }

    /// Whether the token is valid. If this cannot be checked, as without the database, the page
    /// stays open.
    private boolean holds(String token) {
        var in =
                Mono.from(tokens.validateToken(token, null))
                        .hasElement()
                        .onErrorReturn(true)
                        .timeout(PATIENCE, Mono.just(true))
                        .block();
        return Boolean.TRUE.equals(in);
    }
}
