package org.nuancan.access.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.LoginHandler;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.nuancan.access.account.AccountAudit;
import org.nuancan.access.attempt.ClientAddresses;
import org.nuancan.access.attempt.HeldRefusals;
import org.nuancan.access.attempt.SignInAttempts;
import org.nuancan.access.attempt.SignInAttempts.Claim;
import org.nuancan.access.attempt.SignInAttempts.Door;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Answers successful sign-ins and refreshes with a pair of tokens, and refusals with problems. The
/// framework's handler would answer a refresh with the refresh token that was just used.
@Singleton
class SessionLoginHandler implements LoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {

    private final SessionService sessions;
    private final SignInAttempts attempts;
    private final AccountAudit audit;
    private final ClientAddresses addresses;
    private final HeldRefusals refusals;

    SessionLoginHandler(
            SessionService sessions,
            SignInAttempts attempts,
            AccountAudit audit,
            ClientAddresses addresses,
            HeldRefusals refusals) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.addresses = addresses;
        this.refusals = refusals;
    }

    @Override
    @Transactional
    public MutableHttpResponse<?> loginSuccess(
            Authentication authentication, HttpRequest<?> request) {
        var name = authentication.getName();
        audit.signedIn(name);
        attempts.remember(new Claim(Door.SIGN_IN, name, addresses.of(request)));
        return HttpResponse.ok(sessions.begin(authentication));
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(
            Authentication authentication, String refreshToken, HttpRequest<?> request) {
        return HttpResponse.ok(
                sessions.renew(authentication, refreshToken)
                        .orElseThrow(() -> refusals.invalidGrant("invalid_grant")));
    }

    @Override
    public MutableHttpResponse<?> loginFailed(
            AuthenticationResponse response, HttpRequest<?> request) {
        throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS);
    }
}
