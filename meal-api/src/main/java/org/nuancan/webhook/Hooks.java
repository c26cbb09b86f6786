package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.access.Caller;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.event.EventType;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The addresses on file.
@Singleton
final class Hooks implements SealedColumns {

    private static final SealedColumn SECRET =
            SealedColumn.of("webhook-secret", "webhook", "sealed_secret", "webhook_id");

    /// A hook with the secret that nobody sees again.
    record Made(Hook hook, String secret) {}

    private final Ids ids;
    private final Secrets secrets;

    Hooks(Ids ids, Secrets secrets) {
        this.ids = ids;
        this.secrets = secrets;
    }

    Made add(Connection connection, Caller by, String url, Set<EventType> events, Instant now)
            throws SQLException {
        var secret = Signature.newSecret();
        var hook = new Hook(ids.next(), by.role(), by.scope(), url, events, now, by.username());
        Batch.into(
                        "webhook",
                        "webhook_id",
                        "role",
                        "scope",
                        "url",
                        "events",
                        "sealed_secret",
                        "created_at",
                        "created_by")
                .row(
                        hook.webhookId(),
                        hook.role(),
                        ScopeText.write(hook.scope()),
                        url,
                        events.stream()
                                .map(EventType::wireName)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        secrets.seal(SECRET, secret, hook.webhookId()),
                        now,
                        by.username())
                .write(connection);
        return new Made(hook, secret);
    }

    /// How many a scope has.
    long count(Connection connection, Caller caller) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as n from webhook where scope = ? and deleted_at is null")
                .with(ScopeText.write(caller.scope()))
                .one(row -> row.number("n"));
    }

    /// How many were ever put on file: none is ever taken out of it, so that the number tells
    /// whether there is a new one.
    Later<Long> everMade(RoundTrip trip) {
        var counted =
                trip.ask(
                        Sql.on(trip.connection(), "select count(*) as n from webhook"),
                        row -> row.number("n"));
        return () -> counted.get().getFirst();
    }

    /// All that are to be told.
    List<Hook> all(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select webhook_id, role, scope, url, events, created_at, created_by
                          from webhook
                         where deleted_at is null
                         order by webhook_id
                        """)
                .list(Hooks::read);
    }

    /// Those of the caller's own scope, in the order they were made.
    List<Hook> of(Connection connection, Caller caller, long after, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select webhook_id, role, scope, url, events, created_at, created_by
                          from webhook
                         where deleted_at is null and scope = ? and webhook_id > ?
                         order by webhook_id
                         limit ?
                        """)
                .with(ScopeText.write(caller.scope()), after, limit)
                .list(Hooks::read);
    }

    /// One of the caller's own scope.
    Optional<Hook> find(Connection connection, Caller caller, long webhookId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select webhook_id, role, scope, url, events, created_at, created_by
                          from webhook
                         where deleted_at is null and scope = ? and webhook_id = ?
                        """)
                .with(ScopeText.write(caller.scope()), webhookId)
                .first(Hooks::read);
    }

    /// From now on it is told nothing; its log stays.
    void delete(Connection connection, Hook hook, Caller by, Instant now) throws SQLException {
        Sql.on(connection, "update webhook set deleted_at = ?, deleted_by = ? where webhook_id = ?")
                .with(now, by.username(), hook.webhookId())
                .run();
        Sql.on(
                        connection,
                        """
                        update webhook_delivery
                           set state = 'GIVEN_UP', next_try_at = null, ended_at = ?
                         where webhook_id = ? and state = 'WAITING'
                        """)
                .with(now, hook.webhookId())
                .run();
    }

    String opened(long webhookId, String sealedSecret) {
        return secrets.open(SECRET, sealedSecret, webhookId);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SECRET);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }

    private static Hook read(Row row) throws SQLException {
        var events =
                Arrays.stream(row.text("events").split(",", -1))
                        .map(EventType::read)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet());
        return new Hook(
                row.number("webhook_id"),
                row.text("role"),
                ScopeText.read(row.text("scope")),
                row.text("url"),
                events,
                row.instant("created_at"),
                row.text("created_by"));
    }
}
