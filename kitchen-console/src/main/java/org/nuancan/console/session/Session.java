package org.nuancan.console.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nuancan.console.api.Tokens;

/// Who is signed in, with the tokens that prove it to meal-api.
///
/// @param renewAt when it is time to renew the access token
/// @param expiresAt when the access token ends
/// @param seenAt when the person last did something, to the minute
public record Session(
        String username,
        List<String> roles,
        String accessToken,
        String refreshToken,
        Instant renewAt,
        Instant expiresAt,
        Instant seenAt) {

    private static final Duration BEFORE_THE_END = Duration.ofSeconds(30);

    /// The session that a pair of tokens gives.
    public static Session of(Tokens tokens, Instant now) {
        var life = Duration.ofSeconds(tokens.expiresIn());
        var half = life.dividedBy(2);
        var early = life.minus(BEFORE_THE_END);
        return new Session(
                tokens.username(),
                List.copyOf(tokens.roles()),
                tokens.accessToken(),
                tokens.refreshToken(),
                now.plus(early.compareTo(half) > 0 ? early : half),
                now.plus(life),
                now);
    }

    /// The same session, last used at another time.
    public Session seen(Instant at) {
        return new Session(username, roles, accessToken, refreshToken, renewAt, expiresAt, at);
    }

    /// Whether any of these roles is held.
    public boolean isAny(List<String> names) {
        return roles.stream().anyMatch(names::contains);
    }

    /// Never shows a token.
    @Override
    public String toString() {
        return "Session[" + username + "]";
    }
}
