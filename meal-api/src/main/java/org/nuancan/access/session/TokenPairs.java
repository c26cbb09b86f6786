package org.nuancan.access.session;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.AccessRefreshTokenGenerator;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.nuancan.access.CallerClaims;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Makes pairs of tokens by the framework, and seals them, so that a pair can be answered again.
@Singleton
final class TokenPairs implements SealedColumns {

    private static final SealedColumn PAIR =
            SealedColumn.of("refresh-pair", "refresh_token", "successor", "token_hash");

    private final AccessRefreshTokenGenerator generator;
    private final AccessTokenConfiguration accessTokens;
    private final Secrets secrets;

    /// @param generator signs the access token and lets [RefreshTokens] keep the refresh token
    TokenPairs(
            AccessRefreshTokenGenerator generator,
            AccessTokenConfiguration accessTokens,
            Secrets secrets) {
        this.generator = generator;
        this.accessTokens = accessTokens;
        this.secrets = secrets;
    }

    /// A new pair within a sign-in.
    Session create(Authentication caller, long familyId) {
        var pair =
                generator
                        .generate(CallerClaims.inFamily(caller, familyId))
                        .orElseThrow(() -> new IllegalStateException("no token was made"));
        return session(
                caller,
                pair.getAccessToken(),
                Objects.requireNonNull(pair.getRefreshToken(), "no refresh token was made"));
    }

    /// @param tokenHash of the refresh token that the pair follows
    String seal(Session pair, String tokenHash) {
        var text = pair.accessToken() + "\n" + pair.refreshToken();
        return secrets.seal(PAIR, text, tokenHash);
    }

    /// Opens a pair that [#seal] sealed.
    Session open(Authentication caller, String sealed, String tokenHash) {
        var parts = secrets.open(PAIR, sealed, tokenHash).split("\n", -1);
        return session(caller, parts[0], parts[1]);
    }

    private Session session(Authentication caller, String accessToken, String refreshToken) {
        return Session.of(caller, accessToken, refreshToken, accessTokens.getExpiration());
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PAIR);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
