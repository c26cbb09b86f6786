package org.nuancan.access.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestReactiveAuthenticationProvider;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Account;
import org.nuancan.access.AccountName;
import org.nuancan.access.CallerClaims;
import org.nuancan.access.account.AccountAudit;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.attempt.ClientAddresses;
import org.nuancan.access.attempt.SignInAttempts;
import org.nuancan.access.attempt.SignInAttempts.Claim;
import org.nuancan.access.attempt.SignInAttempts.Door;
import org.nuancan.access.password.Passwords;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Checks the secrets of users and terminals, as often as [SignInAttempts] allows.
///
/// It works on the subscriber's thread. The imperative interface would turn every exception into a
/// wrong password, even the one for an attempt that has to wait.
@Singleton
final class PasswordAuthenticationProvider<B>
        implements HttpRequestReactiveAuthenticationProvider<B> {

    /// @param fits whether the secret is the right one for the account
    private record Judged(Optional<Account> account, boolean fits) {

        private boolean isRight() {
            return fits && account.filter(found -> !found.isDisabled()).isPresent();
        }
    }

    private final AccountService accounts;
    private final ScopeService scopes;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final AccountAudit audit;
    private final ClientAddresses addresses;

    PasswordAuthenticationProvider(
            AccountService accounts,
            ScopeService scopes,
            Passwords passwords,
            SignInAttempts attempts,
            AccountAudit audit,
            ClientAddresses addresses) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.addresses = addresses;
    }

    @Override
    public Publisher<AuthenticationResponse> authenticate(
            @Nullable HttpRequest<B> request, AuthenticationRequest<String, String> credentials) {
        var address = addresses.of(Objects.requireNonNull(request));
        return Mono.fromCallable(
                () -> authenticated(credentials.getIdentity(), credentials.getSecret(), address));
    }

    private AuthenticationResponse authenticated(String name, String secret, String address) {
        var judged =
                attempts.judge(
                        new Claim(Door.SIGN_IN, name, address),
                        () -> judge(name, secret),
                        Judged::isRight);
        if (!judged.isRight()) {
            audit.refused(judged.account().map(Account::name));
            return AuthenticationResponse.failure(
                    AuthenticationFailureReason.CREDENTIALS_DO_NOT_MATCH);
        }
        var account = judged.account().orElseThrow();
        if (account.isPending()) {
            audit.refused(Optional.of(name));
            throw ProblemException.of(ProblemCode.ACCOUNT_PENDING);
        }
        var caller = CallerClaims.of(account, scopes.of(account));
        return AuthenticationResponse.success(
                caller.getName(), caller.getRoles(), caller.getAttributes());
    }

    private Judged judge(String name, String secret) {
        var account =
                AccountName.isPossible(name) ? accounts.find(name) : Optional.<Account>empty();
        return new Judged(account, passwords.fits(secret, account.flatMap(Account::secretHash)));
    }
}
