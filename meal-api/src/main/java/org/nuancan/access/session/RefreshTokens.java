package org.nuancan.access.session;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.event.RefreshTokenGeneratedEvent;
import io.micronaut.security.token.generator.RefreshTokenGenerator;
import io.micronaut.security.token.refresh.RefreshTokenPersistence;
import io.micronaut.security.token.validator.RefreshTokenValidator;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.access.AccountState;
import org.nuancan.access.CallerClaims;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.password.Passwords;
import org.nuancan.day.RealTime;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Refresh tokens: 256 random bits each, of which the database keeps a hash. [SessionService]
/// decides about the use of a token, under the token's lock.
@Singleton
class RefreshTokens
        implements RefreshTokenGenerator, RefreshTokenValidator, RefreshTokenPersistence {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43}");

    private final TokenFamilyRepository families;
    private final RefreshTokenRepository tokens;
    private final AccountService accounts;
    private final ScopeService scopes;
    private final InstantSource clock;

    RefreshTokens(
            TokenFamilyRepository families,
            RefreshTokenRepository tokens,
            AccountService accounts,
            ScopeService scopes,
            @RealTime InstantSource clock) {
        this.families = families;
        this.tokens = tokens;
        this.accounts = accounts;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public String createKey(Authentication authentication) {
        return Passwords.drawn();
    }

    @Override
    public Optional<String> generate(Authentication authentication, String token) {
        return Optional.of(token);
    }

    @Override
    public Optional<String> validate(String refreshToken) {
        return Optional.of(refreshToken).filter(token -> FORM.matcher(token).matches());
    }

    /// Stores the hash of a new token, in the open transaction.
    @Override
    @Transactional
    public void persistToken(RefreshTokenGeneratedEvent event) {
        var hash = Passwords.digest(event.getRefreshToken());
        var familyId = CallerClaims.familyOf(event.getAuthentication());
        var _ = tokens.save(RefreshTokenEntity.unused(hash, familyId));
    }

    /// The caller of a refresh token; empty for an unknown token, or after the sign-in or the
    /// account has ended.
    @Override
    public Publisher<Authentication> getAuthentication(String refreshToken) {
        return Mono.fromCallable(() -> findHolder(refreshToken)).flatMap(Mono::justOrEmpty);
    }

    @ReadOnly
    Optional<Authentication> findHolder(String refreshToken) {
        var now = clock.instant();
        var family =
                families.findByToken(Passwords.digest(refreshToken))
                        .filter(found -> found.isOpenAt(now));
        if (family.isEmpty()) {
            return Optional.empty();
        }
        return accounts.find(family.get().name())
                .filter(account ->
                        account.state() == AccountState.ACTIVE
                                && account.epoch() == family.get().epoch())
                .map(account -> CallerClaims.of(account, scopes.of(account)));
    }
}
