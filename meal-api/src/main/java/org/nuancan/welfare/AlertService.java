package org.nuancan.welfare;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
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
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.lookup.CallNumbers;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.event.EventType;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.welfare.AlertController.Ageing;
import org.nuancan.welfare.AlertController.AlertAnswer;
import org.nuancan.welfare.AlertController.Closing;

/// Operations of streets on alerts.
@Singleton
class AlertService {

    private static final long HOUR = 60;

    private final AlertRepository repository;
    private final AlertNotes notes;
    private final Alerts alerts;
    private final Elders elders;
    private final CallNumbers numbers;
    private final Clock clock;

    AlertService(
            AlertRepository repository,
            AlertNotes notes,
            Alerts alerts,
            Elders elders,
            CallNumbers numbers,
            Clock clock) {
        this.repository = repository;
        this.notes = notes;
        this.alerts = alerts;
        this.elders = elders;
        this.numbers = numbers;
        this.clock = clock;
    }

    @ReadOnly
    Page<AlertAnswer> list(@Nullable AlertState state, Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                answers(repository.list(area(caller), before, state, paging.rows()), caller),
                paging,
                alert -> Cursor.of(alert.alertId()));
    }

    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` if it is closed or taken by another user
    @Transactional
    AlertAnswer take(Id alertId, Caller caller) {
        var alert = own(alertId, caller);
        if (alert.state() == AlertState.TAKEN && caller.username().equals(alert.takenBy())) {
            return answers(List.of(alert), caller).getFirst();
        }
        if (alert.state() != AlertState.OPEN) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        return kept(
                alert.takenBy(caller.username(), clock.instant()), EventType.ALERT_TAKEN, caller);
    }

    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` if it is closed
    @Transactional
    AlertAnswer close(Id alertId, Closing closing, Caller caller) {
        var alert = own(alertId, caller);
        if (alert.state() == AlertState.CLOSED) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        var note = notes.seal(closing.note(), alert.alertId());
        return kept(
                alert.closedBy(caller.username(), clock.instant(), closing.found(), note),
                EventType.ALERT_CLOSED,
                caller);
    }

    private AlertEntity own(Id alertId, Caller caller) {
        return repository
                .lock(alertId.value())
                .filter(alert -> caller.covers(alert.division()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private AlertAnswer kept(AlertEntity changed, EventType type, Caller caller) {
        var _ = repository.update(changed);
        // Reads the stored alert, because the database truncates instants.
        var alert = repository.findById(changed.alertId()).orElseThrow();
        alerts.tell(type, alert.told(), clock.instant());
        return answers(List.of(alert), caller).getFirst();
    }

    /// Prefix of the divisions in the caller's area.
    private static String area(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    private List<AlertAnswer> answers(List<AlertEntity> some, Caller caller) {
        var now = clock.instant();
        var eaters =
                elders.forMeal(
                        some.stream().map(AlertEntity::elderId).toList(),
                        BusinessDay.of(now).date());
        var called =
                numbers.of(
                        some.stream()
                                .filter(alert -> alert.state() != AlertState.CLOSED)
                                .map(AlertEntity::elderId)
                                .filter(elderId -> isCalledBy(caller, eaters.get(elderId)))
                                .distinct()
                                .toList());
        return some.stream().map(alert -> answer(alert, eaters, called, now)).toList();
    }

    /// Whether a caller may see the numbers of an elder: officers in whose area the elder is now.
    private static boolean isCalledBy(Caller caller, @Nullable ElderAtTable elder) {
        return elder != null
                && !caller.is(Role.AUDITOR)
                && (caller.covers(elder.facts().household().division().code())
                        || caller.covers(elder.facts().residenceDivision().code()));
    }

    private AlertAnswer answer(
            AlertEntity alert,
            Map<Long, ElderAtTable> eaters,
            Map<Long, CallNumbers.CallList> called,
            Instant now) {
        var reached =
                Optional.ofNullable(called.get(alert.elderId()))
                        .filter(_ -> alert.state() != AlertState.CLOSED);
        return new AlertAnswer(
                Long.toString(alert.alertId()),
                alert.kind(),
                alert.state(),
                Long.toString(alert.elderId()),
                Optional.ofNullable(eaters.get(alert.elderId()))
                        .map(ElderAtTable::maskedName)
                        .orElse(""),
                alert.division(),
                alert.orderId() == null ? null : Long.toString(alert.orderId()),
                alert.missedDays(),
                alert.times(),
                alert.raisedAt(),
                alert.lastAt(),
                alert.takenAt(),
                alert.takenBy(),
                alert.closedAt(),
                alert.closedBy(),
                alert.found(),
                notes.open(alert).orElse(null),
                minutes(alert, now),
                reached.map(CallNumbers.CallList::phone).orElse(null),
                reached.map(CallNumbers.CallList::contacts).orElse(null));
    }

    private static long minutes(AlertEntity alert, Instant now) {
        return Math.max(0, Duration.between(alert.raisedAt(), alert.until(now)).toMinutes());
    }

    @ReadOnly
    List<Ageing> ageing(Caller caller) {
        var now = clock.instant();
        var waiting = repository.listOpen(area(caller));
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
