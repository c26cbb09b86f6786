package org.nuancan.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Says who a bearer token is: ours, in time, and not revoked.
@Singleton
final class TokenCheck implements TokenValidator<HttpRequest<?>> {

    static final String FAMILY = "sid";

    /// Present for callers who may only change their password.
    static final String CHANGES_PASSWORD = "changesPassword";

    private final Tokens tokens;
    private final Revocations revocations;
    private final Scheduler blocking;

    TokenCheck(
            Tokens tokens,
            Revocations revocations,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (revocations.isFresh() && tokens.isAtHand(token)) {
            return Mono.justOrEmpty(check(token));
        }
        return Mono.fromCallable(() -> check(token))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty);
    }

    private Optional<Authentication> check(String token) {
        return tokens.verify(token)
                .filter(found ->
                        !revocations.isVoid(
                                found.caller().username(), found.epoch(), found.familyId()))
                .map(TokenCheck::authentication);
    }

    private static Authentication authentication(Tokens.Verified found) {
        var caller = found.caller();
        var attributes = new HashMap<String, Object>();
        attributes.put(CallerClaims.SCOPE, CallerClaims.claim(caller.scope()));
        attributes.put(FAMILY, found.familyId());
        if (found.changesPassword()) {
            attributes.put(CHANGES_PASSWORD, true);
        }
        return new ServerAuthentication(caller.username(), List.of(caller.role()), attributes);
    }
}
