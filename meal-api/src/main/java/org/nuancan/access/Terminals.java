package org.nuancan.access;

import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The tills: made at a site, activated once, disabled.
@Singleton
public final class Terminals implements SealedColumns {

    private static final Duration ACTIVATION = Duration.ofHours(24);
    private static final SealedColumn SIGNING_KEY =
            SealedColumn.of("terminal-signing-key", "terminal", "signing_key", "terminal_id");

    private static final int CODE_LENGTH = 12;

    /// A terminal as shown: never a secret.
    @Introspected
    record Terminal(
            String terminalId,
            String siteId,
            String label,
            @Nullable Instant activatedAt,
            @Nullable Instant disabledAt) {

        private static Terminal read(Row row) throws SQLException {
            return new Terminal(
                    row.text("terminal_id"),
                    row.text("site_id"),
                    row.text("label"),
                    row.maybeInstant("activated_at").orElse(null),
                    row.maybeInstant("disabled_at").orElse(null));
        }
    }

    /// @param activationCode shown once, good for 24 h
    @Introspected
    record Created(String terminalId, String activationCode) {}

    /// @param secret for signing in
    /// @param signingKey for the signatures of offline receipts
    @Introspected
    record Activated(String secret, String signingKey) {}

    private record Waiting(Optional<String> hash, Optional<Instant> until) {}

    private final Transactions transactions;
    private final Accounts accounts;
    private final Revocations revocations;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;
    private final Clock business;
    private final Environment environment;

    Terminals(
            Transactions transactions,
            Accounts accounts,
            Revocations revocations,
            Secrets secrets,
            Ids ids,
            @RealTime InstantSource clock,
            Clock business,
            Environment environment) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.revocations = revocations;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.business = business;
        this.environment = environment;
    }

    /// How a terminal signs its offline receipts.
    ///
    /// @param key the text it was given, whose UTF-8 bytes are the HMAC's key
    /// @param activeSince its first activation; it has sold nothing before
    public record Signing(String key, Instant activeSince) {}

    /// How a terminal signs its offline receipts.
    ///
    /// @return empty for a terminal that is unknown or was never activated
    public Optional<Signing> signing(String terminalId) {
        return transactions
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select signing_key, active_since from terminal
                                        where terminal_id = ? and signing_key is not null
                                        """)
                                .with(terminalId)
                                .first(row ->
                                        new Signing(
                                                row.text("signing_key"),
                                                row.maybeInstant("active_since")
                                                        .orElse(Instant.EPOCH))))
                .map(sealed ->
                        new Signing(
                                secrets.open(SIGNING_KEY, sealed.key(), terminalId),
                                sealed.activeSince()));
    }

    /// The key that a terminal signs its offline receipts with, as in [Signing].
    public Optional<String> signingKey(String terminalId) {
        return signing(terminalId).map(Signing::key);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SIGNING_KEY);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }

    /// Makes a terminal that has long been active; for the demo and tests only.
    ///
    /// @return its key for offline receipts
    /// @throws IllegalStateException outside the environments `embedded` and `test`
    public String createActivated(String terminalId, long siteId, String label, String secret) {
        var names = environment.getActiveNames();
        if (!names.contains("embedded") && !names.contains("test")) {
            throw new IllegalStateException(
                    "a terminal with a known secret is for demos and tests");
        }
        var signingKey = Passwords.drawn();
        return transactions.inOne(connection -> {
            insert(connection, terminalId, siteId, label, "system");
            activate(connection, terminalId, secret, signingKey, Instant.EPOCH);
            return signingKey;
        });
    }

    Created create(Caller by, long siteId, String label) {
        var code = Passwords.drawnCode(CODE_LENGTH);
        var terminalId = Long.toString(ids.next());
        return transactions.inOne(connection -> {
            var _ = requireOwn(connection, by, siteId);
            insert(connection, terminalId, siteId, label, by.username());
            Sql.on(
                            connection,
                            """
                            update terminal set activation_hash = ?, activation_until = ?
                            where terminal_id = ?
                            """)
                    .with(Passwords.digest(code), clock.instant().plus(ACTIVATION), terminalId)
                    .run();
            return new Created(terminalId, code);
        });
    }

    private static Scope.OfSite requireOwn(Connection connection, Caller by, long siteId)
            throws SQLException {
        return Belongings.site(connection, siteId)
                .filter(site ->
                        switch (by.scope()) {
                            case Scope.OfProvider(var own, var _) -> own == site.providerId();
                            case Scope.City _, Scope.District _ ->
                                    Belongings.administers(by.scope(), site);
                            case Scope.Street _, Scope.OfSite _ -> false;
                        })
                .orElseThrow(Terminals::unknown);
    }

    private void insert(
            Connection connection, String terminalId, long siteId, String label, String by)
            throws SQLException {
        var site = Belongings.site(connection, siteId).orElseThrow(Terminals::unknown);
        accounts.insert(
                connection,
                new Accounts.NewAccount(
                        terminalId,
                        terminalId,
                        Role.POS_TERMINAL,
                        ScopeWords.site(siteId),
                        null,
                        false),
                site,
                by);
        Sql.on(connection, "insert into terminal (terminal_id, label) values (?, ?)")
                .with(terminalId, label)
                .run();
    }

    /// @return empty if the code is wrong, too old or used
    Optional<Activated> activate(String terminalId, String code) {
        return transactions.inOne(connection -> {
            var account =
                    accounts.lock(connection, terminalId)
                            .filter(found -> found.isTerminal() && !found.isDisabled());
            var waiting = account.isEmpty() ? none() : waiting(connection, terminalId);
            if (!isRight(waiting, code)) {
                return Optional.<Activated>empty();
            }
            var activated = new Activated(Passwords.drawn(), Passwords.drawn());
            activate(
                    connection,
                    terminalId,
                    activated.secret(),
                    activated.signingKey(),
                    business.instant());
            return Optional.of(activated);
        });
    }

    private boolean isRight(Waiting waiting, String code) {
        return waiting.until().filter(until -> until.isAfter(clock.instant())).isPresent()
                && waiting.hash().filter(hash -> Passwords.sameDigest(code, hash)).isPresent();
    }

    private static Waiting none() {
        return new Waiting(Optional.empty(), Optional.empty());
    }

    private static Waiting waiting(Connection connection, String terminalId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select activation_hash, activation_until from terminal
                        where terminal_id = ?
                        """)
                .with(terminalId)
                .first(row ->
                        new Waiting(
                                row.maybeText("activation_hash"),
                                row.maybeInstant("activation_until")))
                .orElseGet(Terminals::none);
    }

    private void activate(
            Connection connection,
            String terminalId,
            String secret,
            String signingKey,
            Instant activeSince)
            throws SQLException {
        var account = accounts.lock(connection, terminalId).orElseThrow(Terminals::unknown);
        accounts.changeSecret(connection, account, Passwords.digest(secret));
        Sql.on(
                        connection,
                        """
                        update terminal
                        set activation_hash = null, activation_until = null, activated_at = ?,
                            signing_key = ?, active_since = coalesce(active_since, ?)
                        where terminal_id = ?
                        """)
                .with(
                        clock.instant(),
                        secrets.seal(SIGNING_KEY, signingKey, terminalId),
                        activeSince,
                        terminalId)
                .run();
    }

    Terminal disable(Caller by, String terminalId) {
        var terminal =
                transactions.inOne(connection -> {
                    var account =
                            accounts.lock(connection, terminalId)
                                    .filter(Account::isTerminal)
                                    .orElseThrow(Terminals::unknown);
                    var siteId = account.scope().siteId();
                    if (siteId == null) {
                        throw unknown();
                    }
                    var _ = requireOwn(connection, by, Long.parseLong(siteId));
                    accounts.disable(connection, account, by.username());
                    return Sql.on(connection, SELECT + "where t.terminal_id = ?")
                            .with(terminalId)
                            .one(Terminal::read);
                });
        revocations.tell();
        return terminal;
    }

    private static final String SELECT =
            """
            select t.terminal_id, a.site_id, t.label, t.activated_at, a.disabled_at
            from terminal t
            join account a on a.name = t.terminal_id
            """;

    Page<Terminal> list(Caller by, long siteId, Paging paging) {
        var after = paging.cursor().map(cursor -> cursor.text(0)).orElse("");
        var found =
                transactions.reading(connection -> {
                    var _ = requireOwn(connection, by, siteId);
                    return Sql.on(
                                    connection,
                                    SELECT
                                            + """
                                            where a.site_id = ? and a.name > ?
                                            order by a.name limit ?
                                            """)
                            .with(siteId, after, paging.rows())
                            .list(Terminal::read);
                });
        return Page.of(found, paging, terminal -> Cursor.of(terminal.terminalId()));
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
