package org.nuancan.welfare;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;

/// Raises alerts, in the transaction of what gives cause to them.
@Singleton
public final class Alerts {

    /// A meal that nobody took.
    ///
    /// @param residence where the elder lives, 9 digits
    public record Missed(long elderId, String residence, long orderId) {}

    /// What is told of an alert.
    record Told(String alertId, AlertKind kind, AlertState state, String division) {}

    private final Ids ids;
    private final Events events;

    Alerts(Ids ids, Events events) {
        this.ids = ids;
        this.events = events;
    }

    /// Nobody opened: the street is told at once. The elder's row is locked.
    public void noAnswer(Connection connection, Missed missed, Instant at) throws SQLException {
        var _ =
                raise(
                        connection,
                        new Cause(
                                missed.elderId(),
                                missed.residence(),
                                AlertKind.NO_ANSWER,
                                Optional.of(missed.orderId()),
                                List.of()),
                        at);
    }

    /// Why an alert is raised.
    record Cause(
            long elderId,
            String division,
            AlertKind kind,
            Optional<Long> orderId,
            List<LocalDate> missed) {}

    /// @return whether there was none of this kind
    boolean raise(Connection connection, Cause cause, Instant at) throws SQLException {
        var again =
                Sql.on(
                                        connection,
                                        """
                                        update welfare_alert
                                           set times = times + 1, last_at = greatest(last_at, ?)
                                         where elder_id = ? and kind = ? and is_open = 1
                                        """)
                                .with(at, cause.elderId(), cause.kind())
                                .run()
                        > 0;
        if (again) {
            return false;
        }
        var alertId = ids.next();
        Batch.into(
                        "welfare_alert",
                        "alert_id",
                        "elder_id",
                        "division",
                        "kind",
                        "order_id",
                        "missed",
                        "state",
                        "is_open",
                        "times",
                        "raised_at",
                        "last_at")
                .row(
                        alertId,
                        cause.elderId(),
                        cause.division(),
                        cause.kind(),
                        cause.orderId().orElse(null),
                        cause.missed().stream()
                                .map(LocalDate::toString)
                                .collect(Collectors.joining(",")),
                        AlertState.OPEN,
                        true,
                        1,
                        at,
                        at)
                .write(connection);
        tell(
                connection,
                EventType.ALERT_RAISED,
                new Told(Long.toString(alertId), cause.kind(), AlertState.OPEN, cause.division()),
                at);
        return true;
    }

    /// The meal was handed over after all: what nobody has taken yet is closed by itself.
    public void wasThere(Connection connection, long orderId, Instant at) throws SQLException {
        var open =
                Sql.on(
                                connection,
                                """
                                select alert_id, division
                                  from welfare_alert
                                 where order_id = ? and kind = 'NO_ANSWER' and state = 'OPEN'
                                   and times = 1
                                   for update
                                """)
                        .with(orderId)
                        .first(row ->
                                new Told(
                                        row.text("alert_id"),
                                        AlertKind.NO_ANSWER,
                                        AlertState.CLOSED,
                                        row.text("division")));
        if (open.isEmpty()) {
            return;
        }
        Sql.on(
                        connection,
                        """
                        update welfare_alert
                           set state = 'CLOSED', is_open = null, closed_at = ?, closed_by = 'delivery',
                               found = ?
                         where alert_id = ?
                        """)
                .with(at, Found.MEAL_HANDED_OVER, Long.parseLong(open.get().alertId()))
                .run();
        tell(connection, EventType.ALERT_CLOSED, open.get(), at);
    }

    void tell(Connection connection, EventType type, Told told, Instant at) throws SQLException {
        events.tell(
                connection,
                new Events.Happening(
                        type, Optional.empty(), Concerns.area(told.division()), told, at));
    }
}
