package org.nuancan.access;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.AccessRefreshTokenGenerator;
import io.micronaut.security.token.generator.AccessTokenConfiguration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Sign-ins, and the refresh tokens that follow one another in them.
@Singleton
final class Sessions implements SealedColumns {

    /// How long a lost answer can be asked for again.
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Duration USERS = Duration.ofDays(7);
    private static final Duration TERMINALS = Duration.ofDays(60);
    private static final SealedColumn PAIR =
            SealedColumn.of("refresh-pair", "refresh_token", "successor", "token_hash");

    private record Used(
            long familyId,
            int epoch,
            Instant endsAt,
            Optional<Instant> endedAt,
            Optional<Instant> usedAt,
            Optional<String> successor) {}

    private final Transactions transactions;
    private final Revocations revocations;
    private final Pairs pairs;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    Sessions(
            Transactions transactions,
            Revocations revocations,
            Pairs pairs,
            Secrets secrets,
            Ids ids,
            @RealTime InstantSource clock) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.pairs = pairs;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes pairs of tokens by the framework, and shows an earlier one again.
    ///
    /// @param generator signs the access token and lets [RefreshTokens] keep the refresh token
    @Singleton
    record Pairs(AccessRefreshTokenGenerator generator, AccessTokenConfiguration accessTokens) {

        private Session next(Authentication caller, long familyId) {
            var pair =
                    generator
                            .generate(CallerClaims.inFamily(caller, familyId))
                            .orElseThrow(() -> new IllegalStateException("no token was made"));
            return session(
                    caller,
                    pair.getAccessToken(),
                    Objects.requireNonNull(pair.getRefreshToken(), "no refresh token was made"));
        }

        private Session again(Authentication caller, String text) {
            var parts = text.split("\n", -1);
            return session(caller, parts[0], parts[1]);
        }

        private Session session(Authentication caller, String accessToken, String refreshToken) {
            return Session.of(caller, accessToken, refreshToken, accessTokens.getExpiration());
        }

        private static String text(Session pair) {
            return pair.accessToken() + "\n" + pair.refreshToken();
        }
    }

    /// A new sign-in of a caller whose secret was right.
    Session begin(Connection connection, Authentication caller) throws SQLException {
        var familyId = ids.next();
        var now = clock.instant();
        var isTerminal = caller.getRoles().contains(Role.POS_TERMINAL);
        Sql.on(
                        connection,
                        """
                        insert into token_family (family_id, name, epoch, started_at, ends_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .with(familyId, caller.getName(), CallerClaims.epochOf(caller), now)
                .with(now.plus(isTerminal ? TERMINALS : USERS))
                .run();
        return pairs.next(caller, familyId);
    }

    /// The next pair for a refresh token; within the grace, the same pair again. Later than that
    /// the token was stolen, or its successor was: the whole sign-in ends.
    ///
    /// @param holder whose token it is
    /// @return empty if the token does not hold
    Optional<Session> renew(Authentication holder, String refreshToken) {
        return transactions.inOne(connection -> renew(connection, holder, refreshToken));
    }

    private Optional<Session> renew(
            Connection connection, Authentication holder, String refreshToken) throws SQLException {
        var hash = Passwords.digest(refreshToken);
        var now = clock.instant();
        var found =
                lock(connection, hash)
                        .filter(token ->
                                token.endedAt().isEmpty()
                                        && !token.endsAt().isBefore(now)
                                        && token.epoch() == CallerClaims.epochOf(holder));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var token = found.get();
        if (token.usedAt().isEmpty()) {
            var pair = pairs.next(holder, token.familyId());
            Sql.on(
                            connection,
                            "update refresh_token set used_at = ?, successor = ? where token_hash = ?")
                    .with(now, secrets.seal(PAIR, Pairs.text(pair), hash), hash)
                    .run();
            return Optional.of(pair);
        }
        if (token.usedAt().get().plus(GRACE).isAfter(now) && token.successor().isPresent()) {
            return Optional.of(
                    pairs.again(holder, secrets.open(PAIR, token.successor().get(), hash)));
        }
        end(connection, token.familyId());
        return Optional.empty();
    }

    private static Optional<Used> lock(Connection connection, String hash) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select f.family_id, f.epoch, f.ends_at, f.ended_at, t.used_at, t.successor
                        from refresh_token t
                        join token_family f on f.family_id = t.family_id
                        where t.token_hash = ?
                        for update
                        """)
                .with(hash)
                .first(row ->
                        new Used(
                                row.number("family_id"),
                                row.integer("epoch"),
                                row.instant("ends_at"),
                                row.maybeInstant("ended_at"),
                                row.maybeInstant("used_at"),
                                row.maybeText("successor")));
    }

    /// Ends a sign-in, on every node.
    void signOut(long familyId) {
        var _ =
                transactions.inOne(connection -> {
                    end(connection, familyId);
                    return familyId;
                });
        revocations.tell();
    }

    /// The sign-in is over, on every node.
    void end(Connection connection, long familyId) throws SQLException {
        Sql.on(connection, "update token_family set ended_at = ? where family_id = ?")
                .with(clock.instant(), familyId)
                .run();
        revocations.revokeFamily(connection, familyId);
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
