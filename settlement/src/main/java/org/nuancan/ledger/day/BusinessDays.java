package org.nuancan.ledger.day;

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

    /// A business day.
    ///
    /// @param orders number of captured orders; 0 before the day is closed
    /// @param statements number of statements; 0 before the day is closed
    /// @param contentHash hash over its statements, once it is closed
    /// @param closedAt when it was closed
    /// @param took time from the beginning of its close to the end, interruptions included; empty
    ///   for days closed by versions that did not keep it
    public record DayOnRecord(
            BusinessDay day,
            DayState state,
            long orders,
            long statements,
            Optional<String> contentHash,
            Optional<Instant> closedAt,
            Optional<Duration> took) {}

    /// State and totals of a day.
    ///
    /// @param orders number of captured orders; 0 before the day is closed
    /// @param statements number of statements; 0 before the day is closed
    /// @param contentHash hash over its statements, once it is closed
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

    /// Days of a range, both ends included, oldest first.
    @ReadOnly
    public List<DayOnRecord> list(LocalDate first, LocalDate last, int limit) {
        return days.list(first, last, limit).stream().map(BusinessDayEntity::onRecord).toList();
    }

    /// States and totals of the days of a range, both ends included, oldest first.
    @ReadOnly
    public List<Standing> between(BusinessDay from, BusinessDay to) {
        return days.list(from.date(), to.date(), Integer.MAX_VALUE).stream()
                .map(BusinessDayEntity::standing)
                .toList();
    }

    /// The day on which the books began.
    @ReadOnly
    public Optional<BusinessDay> first() {
        return days.first().map(row -> new BusinessDay(row.day()));
    }

    /// The first day on record that is not closed.
    @ReadOnly
    public Optional<BusinessDay> firstNotClosed() {
        return days.firstNotClosed().map(row -> new BusinessDay(row.day()));
    }

    /// The days of a range that are not closed, both ends included, oldest first.
    @ReadOnly
    public List<BusinessDay> notClosed(LocalDate first, LocalDate last) {
        return days.notClosed(first, last).stream().map(row -> new BusinessDay(row.day())).toList();
    }
}
