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

    private final BusinessDayRepository days;

    BusinessDays(BusinessDayRepository days) {
        this.days = days;
    }

    /// Days from one to another, both included, oldest first.
    @ReadOnly
    public List<DayOnRecord> list(LocalDate first, LocalDate last, int limit) {
        return days.list(first, last, limit).stream().map(BusinessDayEntity::onRecord).toList();
    }
}
