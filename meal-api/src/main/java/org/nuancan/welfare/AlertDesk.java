package org.nuancan.welfare;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;
import org.nuancan.event.EventType;
import org.nuancan.http.Cursor;
import org.nuancan.http.Id;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.welfare.AlertController.Ageing;
import org.nuancan.welfare.AlertController.AlertAnswer;
import org.nuancan.welfare.AlertController.Closing;
import org.nuancan.welfare.AlertRows.Alert;

/// Alerts as streets work them off.
@Singleton
final class AlertDesk {

    private static final long HOUR = 60;

    private final Transactions transactions;
    private final AlertRows rows;
    private final Alerts alerts;
    private final Elders elders;
    private final Clock clock;

    AlertDesk(
            Transactions transactions, AlertRows rows, Alerts alerts, Elders elders, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.alerts = alerts;
        this.elders = elders;
        this.clock = clock;
    }

    Page<AlertAnswer> list(@Nullable AlertState state, Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return transactions.reading(connection ->
                Page.of(
                        answers(
                                connection,
                                rows.of(connection, caller, state, before, paging.rows())),
                        paging,
                        alert -> Cursor.of(alert.alertId())));
    }

    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` if it is closed or another has taken it
    AlertAnswer take(Id alertId, Caller caller) {
        return transactions.inOne(connection -> {
            var alert = own(connection, alertId, caller);
            var mine = alert.takenBy().filter(caller.username()::equals).isPresent();
            if (alert.state() == AlertState.TAKEN && mine) {
                return answers(connection, List.of(alert)).getFirst();
            }
            if (alert.state() != AlertState.OPEN) {
                throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            rows.take(connection, alert.alertId(), caller.username(), clock.instant());
            return told(connection, alertId, EventType.ALERT_TAKEN);
        });
    }

    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` if it is closed
    AlertAnswer close(Id alertId, Closing closing, Caller caller) {
        return transactions.inOne(connection -> {
            var alert = own(connection, alertId, caller);
            if (alert.state() == AlertState.CLOSED) {
                throw ProblemException.of(ProblemCode.UNUSABLE);
            }
            rows.close(connection, alert.alertId(), closing, caller.username(), clock.instant());
            return told(connection, alertId, EventType.ALERT_CLOSED);
        });
    }

    private Alert own(Connection connection, Id alertId, Caller caller) throws SQLException {
        return rows.lock(connection, alertId.value())
                .filter(alert -> caller.covers(alert.division()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private AlertAnswer told(Connection connection, Id alertId, EventType type)
            throws SQLException {
        var alert = rows.lock(connection, alertId.value()).orElseThrow();
        alerts.tell(
                connection,
                type,
                new Alerts.Told(alertId.text(), alert.kind(), alert.state(), alert.division()),
                clock.instant());
        return answers(connection, List.of(alert)).getFirst();
    }

    private List<AlertAnswer> answers(Connection connection, List<Alert> some) throws SQLException {
        var now = clock.instant();
        var eaters =
                elders.forMeal(
                        connection,
                        some.stream().map(Alert::elderId).toList(),
                        BusinessDay.of(now).date());
        return some.stream().map(alert -> answer(alert, eaters, now)).toList();
    }

    private static AlertAnswer answer(Alert alert, Map<Long, ElderAtTable> eaters, Instant now) {
        return new AlertAnswer(
                Long.toString(alert.alertId()),
                alert.kind(),
                alert.state(),
                Long.toString(alert.elderId()),
                Optional.ofNullable(eaters.get(alert.elderId()))
                        .map(ElderAtTable::maskedName)
                        .orElse(""),
                alert.division(),
                alert.orderId().map(id -> Long.toString(id)).orElse(null),
                alert.missed(),
                alert.times(),
                alert.raisedAt(),
                alert.lastAt(),
                alert.takenAt().orElse(null),
                alert.takenBy().orElse(null),
                alert.closedAt().orElse(null),
                alert.closedBy().orElse(null),
                alert.found().orElse(null),
                alert.note().orElse(null),
                minutes(alert, now));
    }

    private static long minutes(Alert alert, Instant now) {
        return Math.max(0, Duration.between(alert.raisedAt(), alert.until(now)).toMinutes());
    }

    List<Ageing> ageing(Caller caller) {
        var now = clock.instant();
        var waiting = transactions.reading(connection -> rows.waiting(connection, caller));
        var byStreet = new TreeMap<String, Map<AlertState, List<Long>>>();
        for (var alert : waiting) {
            byStreet.computeIfAbsent(alert.division(), _ -> new EnumMap<>(AlertState.class))
                    .computeIfAbsent(alert.state(), _ -> new ArrayList<>())
                    .add(minutes(alert, now));
        }
        var items = new ArrayList<Ageing>();
        byStreet.forEach((division, byState) ->
                byState.forEach((state, ages) -> items.add(ageing(division, state, ages))));
        return List.copyOf(items);
    }

    private static Ageing ageing(String division, AlertState state, List<Long> ages) {
        return new Ageing(
                division,
                state,
                between(ages, 0, HOUR),
                between(ages, HOUR, 4 * HOUR),
                between(ages, 4 * HOUR, 24 * HOUR),
                between(ages, 24 * HOUR, Long.MAX_VALUE),
                ages.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static long between(List<Long> ages, long from, long to) {
        return ages.stream().filter(age -> age >= from && age < to).count();
    }
}
