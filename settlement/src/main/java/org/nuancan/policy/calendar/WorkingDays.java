package org.nuancan.policy.calendar;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;

/// Reads the state calendar with its moved working days.
@Singleton
public final class WorkingDays {

    /// Short enough, since the calendar changes once a year.
    private static final Duration READ_AFTER = Duration.ofMinutes(1);

    private record Held(Map<LocalDate, Boolean> days, Instant readAt) {

        boolean isFreshAt(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(READ_AFTER));
        }
    }

    private final CalendarDayRepository repository;
    private final InstantSource realTime;
    private volatile @Nullable Held held;

    WorkingDays(CalendarDayRepository repository, @RealTime InstantSource realTime) {
        this.repository = repository;
        this.realTime = realTime;
    }

    /// Working days and days off that differ from Monday to Friday; at most a minute old.
    public Map<LocalDate, Boolean> calendar() {
        var now = realTime.instant();
        var before = held;
        if (before != null && before.isFreshAt(now)) {
            return before.days();
        }
        var days = read();
        held = new Held(days, now);
        return days;
    }

    private Map<LocalDate, Boolean> read() {
        return repository.findAll().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                CalendarDayEntity::day, CalendarDayEntity::working));
    }
}
