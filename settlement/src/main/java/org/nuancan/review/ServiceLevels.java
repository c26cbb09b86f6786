package org.nuancan.review;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.nuancan.close.statement.StatementState;
import org.nuancan.day.BusinessDay;
import org.nuancan.policy.calendar.WorkingDays;
import org.nuancan.review.step.Level;

/// Time limits of each level for a statement, in working days of the state calendar, so that
/// providers are paid in time.
@Singleton
public final class ServiceLevels {

    private final Map<Level, Integer> days;
    private final WorkingDays calendar;

    ServiceLevels(
            WorkingDays calendar,
            @Value("${nuancan.review.working-days.provider:1}") int provider,
            @Value("${nuancan.review.working-days.street:2}") int street,
            @Value("${nuancan.review.working-days.district:3}") int district,
            @Value("${nuancan.review.working-days.finance:3}") int finance) {
        this.calendar = calendar;
        this.days =
                Map.of(
                        Level.PROVIDER, provider,
                        Level.STREET, street,
                        Level.DISTRICT, district,
                        Level.FINANCE, finance);
    }

    /// Waiting time of a statement.
    ///
    /// @param workingDays begun since the day it came, that day not counted
    /// @param due the last day within the time limit
    public record Wait(int workingDays, LocalDate due, boolean overdue) {}

    /// The state in which statements wait for a level; for finance, also the state after a failed
    /// payment.
    static StatementState awaiting(Level level) {
        return switch (level) {
            case PLATFORM -> StatementState.CALCULATED;
            case PROVIDER -> StatementState.CHECKED;
            case STREET -> StatementState.CONFIRMED;
            case DISTRICT -> StatementState.REVIEWED;
            case FINANCE -> StatementState.APPROVED;
        };
    }

    /// Time that has passed until `now` since something came to a level.
    public Wait wait(Level level, Instant since, Instant now) {
        var moved = calendar.calendar();
        var came = BusinessDay.of(since).date();
        var today = BusinessDay.of(now).date();
        var allowed = days.getOrDefault(level, 0);
        var due = came;
        for (var left = allowed; left > 0; ) {
            due = due.plusDays(1);
            if (isWorked(moved, due)) {
                left--;
            }
        }
        var waited = 0;
        for (var day = came.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            if (isWorked(moved, day)) {
                waited++;
            }
        }
        return new Wait(waited, due, today.isAfter(due));
    }

    private static boolean isWorked(Map<LocalDate, Boolean> moved, LocalDate day) {
        return moved.getOrDefault(
                day,
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
