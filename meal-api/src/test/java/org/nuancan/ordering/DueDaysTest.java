package org.nuancan.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From which day on what can happen to an order; today is 18 November.
class DueDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @ParameterizedTest(name = "{0} of a meal of {2} that happened at {3}: {4}")
    @CsvSource({
        "PLACE,   ,              2026-11-30, 2026-11-18T08:00:00+08:00, true",
        "CANCEL,  ,              2026-11-30, 2026-11-18T08:00:00+08:00, true",
        "ACCEPT,  ,              2026-11-19, 2026-11-18T08:00:00+08:00, true",
        "ACCEPT,  ,              2026-11-20, 2026-11-18T08:00:00+08:00, false",
        "PREPARE, ,              2026-11-18, 2026-11-18T08:00:00+08:00, true",
        "PREPARE, ,              2026-11-19, 2026-11-18T08:00:00+08:00, false",
        "OUT,     ,              2026-11-18, 2026-11-18T00:00:00+08:00, true",
        "OUT,     ,              2026-11-19, 2026-11-18T23:59:59+08:00, false",
        "OUT,     ,              2026-11-18, 2026-11-17T23:59:59+08:00, false",
        "DELIVER, ,              2026-11-18, 2026-11-18T11:00:00+08:00, true",
        "DELIVER, ,              2026-11-17, 2026-11-18T11:00:00+08:00, true",
        "DELIVER, ,              2026-11-18, 2026-11-17T11:00:00+08:00, false",
        "DELIVER, ,              2026-11-19, 2026-11-19T11:00:00+08:00, false",
        "COLLECT, ,              2026-11-19, 2026-11-18T11:00:00+08:00, false",
        "FAIL,    UNSAFE,        2026-11-18, 2026-11-18T11:00:00+08:00, true",
        "FAIL,    UNSAFE,        2026-11-19, 2026-11-18T11:00:00+08:00, false",
        "FAIL,    UNSAFE,        2026-11-18, 2026-11-17T11:00:00+08:00, false",
        "FAIL,    CARRIER_NO_SHOW, 2026-11-19, 2026-11-18T11:00:00+08:00, false",
        "FAIL,    NOT_COLLECTED, 2026-11-17, 2026-11-18T00:00:00+08:00, true",
        "FAIL,    KITCHEN_FAULT, 2026-11-30, 2026-11-18T11:00:00+08:00, true",
    })
    void what_belongs_to_the_meals_day_is_not_done_before_it(
            StepKind kind, FailureReason reason, LocalDate date, String at, boolean isDue) {
        var happened = OffsetDateTime.parse(at).toInstant();

        assertThat(DueDays.isDue(kind, Optional.ofNullable(reason), date, happened, TODAY))
                .isEqualTo(isDue);
    }

    /// Which is late in the evening in London, and early the next day here.
    @ParameterizedTest
    @CsvSource({"2026-11-17T15:59:59Z, false", "2026-11-17T16:00:00Z, true"})
    void the_day_is_that_of_beijing(Instant at, boolean isDue) {
        assertThat(DueDays.isDue(StepKind.OUT, Optional.empty(), TODAY, at, TODAY))
                .isEqualTo(isDue);
    }
}
