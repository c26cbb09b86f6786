package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// The deliveries on file, and who works on which.
@Singleton
final class Deliveries {

    /// A delivery that was taken to be tried.
    ///
    /// @param tries how often it was tried, this time included
    record Taken(
            long deliveryId,
            long webhookId,
            int tries,
            Shares.Owner owner,
            String url,
            String sealedSecret,
            String content) {

        private static Taken read(Row row) throws SQLException {
            return new Taken(
                    row.number("delivery_id"),
                    row.number("webhook_id"),
                    row.integer("tries") + 1,
                    Shares.Owner.of(row.text("url"), row.text("scope")),
                    row.text("url"),
                    row.text("sealed_secret"),
                    row.text("content"));
        }
    }

    private record Due(long webhookId, Shares.Owner owner) {}

    /// Longer than a try can last: a node that dies gives back what it had taken.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final HookSettings settings;

    Deliveries(HookSettings settings) {
        this.settings = settings;
    }

    /// Takes deliveries that are due, of each address as many as it has room for; other nodes pass
    /// over them.
    List<Taken> take(Connection connection, Shares shares, Instant now) throws SQLException {
        var room = shares.copy();
        var due = new ArrayList<Long>();
        for (var hook : hooksWithDue(connection, now)) {
            var most = room.room(hook.owner());
            for (var deliveryId : lockDue(connection, hook.webhookId(), most, now)) {
                due.add(deliveryId);
                room.begin(hook.owner());
            }
        }
        return lease(connection, due, now);
    }

    /// The address that has waited longest comes first.
    private static List<Due> hooksWithDue(Connection connection, Instant now) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select h.webhook_id, h.url, h.scope
                          from (select webhook_id, min(next_try_at) as due_at
                                  from webhook_delivery
                                 where state = 'WAITING'
                                 group by webhook_id) d
                          join webhook h on h.webhook_id = d.webhook_id
                         where d.due_at <= ?
                         order by d.due_at
                        """)
                .with(now)
                .list(row ->
                        new Due(
                                row.number("webhook_id"),
                                Shares.Owner.of(row.text("url"), row.text("scope"))));
    }

    private static List<Long> lockDue(Connection connection, long webhookId, int most, Instant now)
            throws SQLException {
        if (most <= 0) {
            return List.of();
        }
        return Sql.on(
                        connection,
                        """
                        select delivery_id
                          from webhook_delivery
                         where state = 'WAITING' and webhook_id = ? and next_try_at <= ?
                         order by next_try_at
                         limit ?
                           for update skip locked
                        """)
                .with(webhookId, now, most)
                .list(row -> row.number("delivery_id"));
    }

    private static List<Taken> lease(Connection connection, List<Long> due, Instant now)
            throws SQLException {
        var taken =
                Sql.on(
                                connection,
                                """
                                select d.delivery_id, d.webhook_id, d.tries, d.content, h.url,
                                       h.scope, h.sealed_secret
                                  from webhook_delivery d
                                  join webhook h on h.webhook_id = d.webhook_id
                                 where d.delivery_id in (??)
                                """)
                        .withAll(due)
                        .list(Taken::read);
        Sql.on(
                        connection,
                        """
                        update webhook_delivery
                           set tries = tries + 1, next_try_at = ?
                         where delivery_id in (??)
                        """)
                .with(now.plus(LEASE))
                .withAll(due)
                .run();
        return taken;
    }

    /// Writes down what came of a try.
    void tried(
            Connection connection, Taken taken, Courier.Outcome outcome, Instant from, Instant to)
            throws SQLException {
        Batch.into("webhook_try", "delivery_id", "number", "at", "status", "outcome", "took_ms")
                .row(
                        taken.deliveryId(),
                        taken.tries(),
                        from,
                        outcome.status().isPresent() ? outcome.status().getAsInt() : null,
                        outcome.outcome(),
                        Duration.between(from, to).toMillis())
                .write(connection);
        if (outcome.isDelivered()) {
            end(connection, taken, DeliveryState.DELIVERED, to);
        } else if (taken.tries() >= settings.mostTries()) {
            end(connection, taken, DeliveryState.GIVEN_UP, to);
        } else {
            Sql.on(
                            connection,
                            """
                            update webhook_delivery
                               set next_try_at = ?
                             where delivery_id = ? and state = 'WAITING'
                            """)
                    .with(to.plus(settings.pauseAfter(taken.tries())), taken.deliveryId())
                    .run();
        }
    }

    private static void end(Connection connection, Taken taken, DeliveryState state, Instant at)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update webhook_delivery
                           set state = ?, next_try_at = null, ended_at = ?
                         where delivery_id = ? and state = 'WAITING'
                        """)
                .with(state, at, taken.deliveryId())
                .run();
    }

    /// Removes what is older and came to an end, some rows at a time.
    static int removeBefore(Connection connection, Instant before) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        delete from webhook_delivery
                         where created_at < ? and state <> 'WAITING'
                         order by created_at
                         limit 2000
                        """)
                .with(before)
                .run();
    }
}
