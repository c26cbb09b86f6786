package org.nuancan.ledger.day;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.UtcMicros;

/// A row of `business_day`.
///
/// @param orders number of captured orders; null before the day is closed
/// @param statements number of statements; null before the day is closed
/// @param contentHash hash over its statements; null before the day is closed
/// @param closingAt when its close began, real time; null before
/// @param closedAt when it was closed, business time; null before
/// @param tookMs time from the beginning of its close to the end; null before
/// @param complete whether it is known that no statement is missing
@MappedEntity("business_day")
record BusinessDayEntity(
        @Id LocalDate day,
        DayState state,
        @Nullable Long orders,
        @Nullable Long statements,
        @Nullable String contentHash,
        @Nullable @UtcMicros Instant closingAt,
        @Nullable @UtcMicros Instant closedAt,
        @Nullable Long tookMs,
        @MappedProperty("is_complete") boolean complete) {

    BusinessDays.DayOnRecord onRecord() {
        return new BusinessDays.DayOnRecord(
                new BusinessDay(day),
                state,
                orders == null ? 0 : orders,
                statements == null ? 0 : statements,
                Optional.ofNullable(contentHash),
                Optional.ofNullable(closedAt),
                Optional.ofNullable(tookMs).map(Duration::ofMillis));
    }

    BusinessDays.Standing standing() {
        return new BusinessDays.Standing(
                new BusinessDay(day),
                state,
                orders == null ? 0 : orders,
                statements == null ? 0 : statements,
                Optional.ofNullable(contentHash));
    }
}
