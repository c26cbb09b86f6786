package org.nuancan.ledger;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;

/// Reads the days on record.
@Singleton
public class BusinessDays {

    /// A day.
    ///
    /// @param orders captured on it; 0 before it is closed
    /// @param statements made of it; 0 before it is closed
    /// @param contentHash over its statements, once it is closed
    /// @param closedAt when it was closed
    /// @param took from the beginning of its close to the end, interruptions included; empty for
    ///   days closed before this was kept
    public record DayOnRecord(
            BusinessDay day,
            DayState state,
            long orders,
            long statements,
            Optional<String> contentHash,
            Optional<Instant> closedAt,
            Optional<Duration> took) {}

    /// What a day came to.
    ///
    /// @param orders captured on it; 0 before it is closed
    /// @param statements made of it; 0 before it is closed
    /// @param contentHash over its statements, once it is closed
    public record Standing(
            BusinessDay day,
            DayState state,
            long orders,
            long statements,
            Optional<String> contentHash) {}

    private final BusinessDayRepository days;

    BusinessDays(BusinessDayRepository days) {
        this.days = days;
    }

    /// Days from one to another, both included, oldest first.
    @ReadOnly
    public List<DayOnRecord> list(LocalDate first, LocalDate last, int limit) {
        return days.list(first, last, limit).stream().map(BusinessDayEntity::onRecord).toList();
    }

    /// What the days from one to another came to, both included, oldest first.
    @ReadOnly
    public List<Standing> between(BusinessDay from, BusinessDay to) {
        return days.list(from.date(), to.date(), Integer.MAX_VALUE).stream()
                .map(BusinessDayEntity::standing)
                .toList();
    }

    /// The day on which the books began.
    @ReadOnly
    public Optional<BusinessDay> first() {
        return days.first().map(one -> new BusinessDay(one.day()));
    }

    /// The first day on record that is not closed.
    @ReadOnly
    public Optional<BusinessDay> firstNotClosed() {
        return days.firstNotClosed().map(one -> new BusinessDay(one.day()));
    }

    /// The days on record from one to another, both included, that are not closed, oldest first.
    @ReadOnly
    public List<BusinessDay> notClosed(LocalDate first, LocalDate last) {
        return days.notClosed(first, last).stream().map(one -> new BusinessDay(one.day())).toList();
    }
}
