package org.nuancan.event;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.event.Event.Concerns;

/// What was written down and is not told yet.
@Singleton
public final class Outbox {

    /// An event with its number.
    ///
    /// @param eventId the same however often it is taken
    public record Due(long eventId, Event event) {}

    /// What a reader does with events, in the transaction that takes them off the list.
    @FunctionalInterface
    public interface Telling {

        /// @throws SQLException as the driver throws it
        void tell(Connection connection, List<Due> events) throws SQLException;
    }

    private record Written(Due due, Optional<Long> orderId) {

        static Written read(Row row) throws SQLException {
            var concerns =
                    new Concerns(
                            row.text("division"),
                            row.maybeNumber("site_id"),
                            row.maybeNumber("provider_id"),
                            row.maybeNumber("deliverer_id"),
                            row.maybeText("username"));
            var event =
                    new Event(
                            row.name("type", EventType.class),
                            concerns,
                            row.text("content"),
                            row.instant("happened_at"));
            return new Written(new Due(row.number("event_id"), event), row.maybeNumber("order_id"));
        }

        Due with(Map<Long, String> riders) {
            var rider = orderId.map(riders::get);
            var event = due.event();
            if (rider.isEmpty() || event.concerns().username().isPresent()) {
                return due;
            }
            return new Due(
                    due.eventId(),
                    new Event(
                            event.type(),
                            event.concerns().riddenBy(rider.get()),
                            event.content(),
                            event.at()));
        }
    }

    private static final int ROWS_A_TRANSACTION = 2_000;

    private final Transactions transactions;
    private final List<RidersOfOrders> riders;

    Outbox(Transactions transactions, List<RidersOfOrders> riders) {
        this.transactions = transactions;
        this.riders = List.copyOf(riders);
    }

    /// Takes the oldest events off a reader's list and tells them; if telling fails, all of them
    /// stay on the list. While another node does so, nothing is taken.
    ///
    /// @return how many were told
    public int take(Reader reader, int most, Telling telling) {
        return transactions.inOne(connection -> {
            if (!hasTurn(connection, reader)) {
                return 0;
            }
            var events = due(connection, reader, most);
            if (!events.isEmpty()) {
                telling.tell(connection, events);
                forget(connection, reader, events);
            }
            return events.size();
        });
    }

    private static boolean hasTurn(Connection connection, Reader reader) throws SQLException {
        return Sql.on(
                        connection,
                        "select reader from event_turn where reader = ? for update skip locked")
                .with(reader)
                .exists();
    }

    private List<Due> due(Connection connection, Reader reader, int most) throws SQLException {
        var written =
                Sql.on(
                                connection,
                                """
                                select o.event_id, o.type, o.order_id, o.site_id, o.provider_id,
                                       o.deliverer_id, o.division, o.username, o.content,
                                       o.happened_at
                                  from event_due d
                                  join event_outbox o on o.event_id = d.event_id
                                 where d.reader = ?
                                 order by d.event_id
                                 limit ?
                                """)
                        .with(reader, most)
                        .list(Written::read);
        var orders =
                written.stream()
                        .filter(one -> one.due().event().type().isOfOrders())
                        .map(Written::orderId)
                        .flatMap(Optional::stream)
                        .toList();
        if (orders.isEmpty() || riders.isEmpty()) {
            return written.stream().map(Written::due).toList();
        }
        var byOrder = riders.getFirst().of(connection, orders);
        return written.stream().map(one -> one.with(byOrder)).toList();
    }

    private static void forget(Connection connection, Reader reader, List<Due> events)
            throws SQLException {
        Sql.on(connection, "delete from event_due where reader = ? and event_id in (??)")
                .with(reader)
                .withAll(events.stream().map(Due::eventId).toList())
                .run();
    }

    /// Removes what is older and was told by all, some rows at a time.
    ///
    /// @return how many rows went
    public int removeBefore(Instant before) {
        return transactions.inOne(connection -> {
            var old =
                    Sql.on(
                                    connection,
                                    """
                                    select o.event_id
                                      from event_outbox o
                                     where o.written_at < ?
                                       and not exists (select d.event_id from event_due d
                                                        where d.event_id = o.event_id)
                                     order by o.written_at
                                     limit ?
                                    """)
                            .with(before, ROWS_A_TRANSACTION)
                            .list(row -> row.number("event_id"));
            return Sql.on(connection, "delete from event_outbox where event_id in (??)")
                    .withAll(old)
                    .run();
        });
    }
}
