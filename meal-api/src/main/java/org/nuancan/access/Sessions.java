package org.nuancan.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final Duration USERS = Duration.ofDays(7);
    private static final Duration TERMINALS = Duration.ofDays(60);
    private static final SealedColumn PAIR =
            SealedColumn.of("refresh-pair", "refresh_token", "successor", "token_hash");

    private record Used(
            long familyId,
            String name,
            int epoch,
            Instant endsAt,
            Optional<Instant> endedAt,
            Optional<Instant> usedAt,
            Optional<String> successor) {}

    private final Transactions transactions;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Revocations revocations;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Sessions(
            Transactions transactions,
            Accounts accounts,
            Tokens tokens,
            Revocations revocations,
            Secrets secrets,
            Ids ids,
            @RealTime InstantSource clock,
            ObjectMapper json) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.revocations = revocations;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// A new sign-in of an account whose secret was right.
    Session begin(Connection connection, Account account) throws SQLException {
        var familyId = ids.next();
        var now = clock.instant();
        Sql.on(
                        connection,
                        """
                        insert into token_family (family_id, name, epoch, started_at, ends_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .with(
                        familyId,
                        account.name(),
                        account.epoch(),
                        now,
                        now.plus(account.isTerminal() ? TERMINALS : USERS))
                .run();
        return next(connection, account, familyId);
    }

    private Session next(Connection connection, Account account, long familyId)
            throws SQLException {
        var refreshToken = Passwords.drawn();
        Sql.on(connection, "insert into refresh_token (token_hash, family_id) values (?, ?)")
                .with(Passwords.digest(refreshToken), familyId)
                .run();
        var scope =
                Belongings.scope(connection, account.scope())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account without its scope: " + account.name()));
        var caller = new Caller(account.name(), account.role(), scope);
        return new Session(
                tokens.issue(caller, account.epoch(), familyId, account.changesPassword()),
                refreshToken,
                "Bearer",
                Tokens.LIFE.toSeconds(),
                account.name(),
                List.of(account.role()));
    }

    /// The next pair for a refresh token; within the grace, the same pair again. Later than that
    /// the token was stolen, or its successor was: the whole sign-in ends.
    ///
    /// @return empty if the token does not hold
    Optional<Session> refresh(String refreshToken) {
        return transactions.inOne(connection -> refresh(connection, refreshToken));
    }

    private Optional<Session> refresh(Connection connection, String refreshToken)
            throws SQLException {
        var hash = Passwords.digest(refreshToken);
        var found = lock(connection, hash);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var used = found.get();
        var now = clock.instant();
        var account = accounts.find(connection, used.name());
        if (used.endedAt().isPresent()
                || used.endsAt().isBefore(now)
                || account.isEmpty()
                || account.get().state() != AccountState.ACTIVE
                || account.get().epoch() != used.epoch()) {
            return Optional.empty();
        }
        if (used.usedAt().isEmpty()) {
            var session = next(connection, account.get(), used.familyId());
            Sql.on(
                            connection,
                            "update refresh_token set used_at = ?, successor = ? where token_hash = ?")
                    .with(now, sealed(hash, session), hash)
                    .run();
            return Optional.of(session);
        }
        if (used.usedAt().get().plus(GRACE).isAfter(now) && used.successor().isPresent()) {
            return Optional.of(opened(hash, used.successor().get()));
        }
        end(connection, used.familyId());
        return Optional.empty();
    }

    private static Optional<Used> lock(Connection connection, String hash) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select f.family_id, f.name, f.epoch, f.ends_at, f.ended_at,
                               t.used_at, t.successor
                        from refresh_token t
                        join token_family f on f.family_id = t.family_id
                        where t.token_hash = ?
                        for update
                        """)
                .with(hash)
                .first(row ->
                        new Used(
                                row.number("family_id"),
                                row.text("name"),
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

    private String sealed(String hash, Session session) {
        try {
            return secrets.seal(PAIR, json.writeValueAsString(session), hash);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a pair that is no JSON", exception);
        }
    }

    private Session opened(String hash, String sealed) {
        try {
            return json.readValue(secrets.open(PAIR, sealed, hash), Session.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a kept pair that is none", exception);
        }
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PAIR);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }

    /// Pairs are kept for the grace and no longer.
    @Scheduled(fixedDelay = "60s", initialDelay = "60s")
    void forgetPairs() {
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update refresh_token set successor = null
                                        where used_at between ? and ? and successor is not null
                                        """)
                                .with(
                                        clock.instant().minus(Duration.ofDays(1)),
                                        clock.instant().minus(GRACE))
                                .run());
    }

    /// Sign-ins and revocations that are over are forgotten.
    @Scheduled(fixedDelay = "6h", initialDelay = "15m")
    void forgetFamilies() {
        var now = clock.instant();
        var _ =
                transactions.inOne(connection -> {
                    Sql.on(connection, "delete from revocation where ends_at < ?").with(now).run();
                    return Sql.on(
                                    connection,
                                    "delete from token_family where ends_at < ? order by ends_at limit 5000")
                            .with(now)
                            .run();
                });
    }
}
