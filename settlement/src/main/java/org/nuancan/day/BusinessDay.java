package org.nuancan.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A day of business: midnight to midnight in Asia/Shanghai.
///
/// @param date the calendar date
public record BusinessDay(LocalDate date) implements Comparable<BusinessDay> {

    /// The time zone of business days.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The day that contains an instant.
    public static BusinessDay of(Instant instant) {
        return new BusinessDay(LocalDate.ofInstant(instant, ZONE));
    }

    /// The present day, by the business clock.
    public static BusinessDay today(Clock clock) {
        return of(clock.instant());
    }

    /// The day after.
    public BusinessDay next() {
        return new BusinessDay(date.plusDays(1));
    }

    /// The day before.
    public BusinessDay previous() {
        return new BusinessDay(date.minusDays(1));
    }

    /// Whether this day is before the other.
    public boolean isBefore(BusinessDay other) {
        return date.isBefore(other.date);
    }

    /// The first instant of this day.
    public Instant begins() {
        return date.atStartOfDay(ZONE).toInstant();
    }

    @Override
    public int compareTo(BusinessDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
