package org.nuancan.webhook;

import io.micronaut.core.annotation.Introspected;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// What was sent to an address, as its owner reads it.
final class DeliveryLog {

    /// One try.
    ///
    /// @param status the HTTP status, null if there was no answer
    /// @param outcome `OK`, `STATUS`, `TIMEOUT`, `REFUSED`, `TLS`, `INSIDE`, `UNREACHABLE`
    @Introspected
    record Try(int number, Instant at, @Nullable Integer status, String outcome, int tookMs) {}

    /// One delivery.
    ///
    /// @param messageId the `webhook-id` that was sent
    /// @param nextTryAt null once it has come to an end
    @Introspected
    record Entry(
            String deliveryId,
            String messageId,
            String type,
            DeliveryState state,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant endedAt,
            List<Try> tries) {

        private static Entry read(Row row) throws SQLException {
            return new Entry(
                    row.text("delivery_id"),
                    "msg_" + row.text("delivery_id"),
                    row.text("type"),
                    row.name("state", DeliveryState.class),
                    row.instant("created_at"),
                    row.maybeInstant("next_try_at").orElse(null),
                    row.maybeInstant("ended_at").orElse(null),
                    List.of());
        }

        private Entry with(List<Try> all) {
            return new Entry(
                    deliveryId, messageId, type, state, createdAt, nextTryAt, endedAt, all);
        }
    }

    private DeliveryLog() {}

    /// The latest first.
    static List<Entry> of(Connection connection, long webhookId, long before, int limit)
            throws SQLException {
        // The tries are read after the states: whoever reads that a delivery has ended sees its
        // last try, though the two are read one after the other while the courier works.
        var entries =
                Sql.on(
                                connection,
                                """
                                select delivery_id, type, state, created_at, next_try_at, ended_at
                                  from webhook_delivery
                                 where webhook_id = ? and delivery_id < ?
                                 order by delivery_id desc
                                 limit ?
                                """)
                        .with(webhookId, before, limit)
                        .list(Entry::read);
        var tries = tries(connection, entries.stream().map(Entry::deliveryId).toList());
        return entries.stream()
                .map(entry -> entry.with(tries.getOrDefault(entry.deliveryId(), List.of())))
                .toList();
    }

    private static Map<String, List<Try>> tries(Connection connection, List<String> ids)
            throws SQLException {
        var tries = new HashMap<String, List<Try>>();
        Sql.on(
                        connection,
                        """
                        select delivery_id, number, at, status, outcome, took_ms
                          from webhook_try
                         where delivery_id in (??)
                         order by delivery_id, number
                        """)
                .withAll(ids)
                .forEach(row ->
                        tries.computeIfAbsent(row.text("delivery_id"), _ -> new ArrayList<>())
                                .add(
                                        new Try(
                                                row.integer("number"),
                                                row.instant("at"),
                                                row.maybeNumber("status")
                                                        .map(Math::toIntExact)
                                                        .orElse(null),
                                                row.text("outcome"),
                                                row.integer("took_ms"))));
        return tries;
    }
}
