package org.nuancan.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BusinessDayTest {

    private static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));

    @ParameterizedTest
    @CsvSource({
        "2026-11-17T15:59:59.999999Z, 2026-11-17",
        "2026-11-17T16:00:00Z, 2026-11-18",
        "2026-11-18T15:59:59.999999Z, 2026-11-18",
        "2026-11-18T16:00:00Z, 2026-11-19"
    })
    void a_day_runs_from_midnight_to_midnight_in_shanghai(Instant instant, LocalDate date) {
        assertThat(BusinessDay.of(instant)).isEqualTo(new BusinessDay(date));
        assertThat(BusinessDay.today(Clock.fixed(instant, ZoneOffset.UTC)))
                .isEqualTo(new BusinessDay(date));
    }

    @Test
    void a_day_begins_at_its_first_instant() {
        assertThat(DAY.begins()).isEqualTo(Instant.parse("2026-11-17T16:00:00Z"));
        assertThat(BusinessDay.of(DAY.begins())).isEqualTo(DAY);
        assertThat(BusinessDay.of(DAY.begins().minusNanos(1))).isEqualTo(DAY.previous());
    }

    @Test
    void days_follow_one_another() {
        assertThat(DAY.next().date()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(DAY.previous().date()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(DAY.isBefore(DAY.next())).isTrue();
        assertThat(DAY.isBefore(DAY)).isFalse();
        assertThat(DAY.next().isBefore(DAY)).isFalse();
        assertThat(DAY).isLessThan(DAY.next());
        assertThat(DAY).hasToString("2026-11-18");
    }

    @Test
    void time_that_is_set_runs_on_from_there_and_can_be_reset() {
        var start = Instant.parse("2026-11-18T03:00:00Z");
        var real = new HandMovedClock(start);
        var clock = new SettableClock(real);

        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        real.now = start.plus(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-01-01T00:05:00Z"));
        clock.reset();
        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(5)));
    }

    @Test
    void business_time_stays_in_its_zone() {
        var clock = new SettableClock(Clock.system(BusinessDay.ZONE));

        assertThat(clock.getZone()).isEqualTo(BusinessDay.ZONE);
        assertThatThrownBy(() -> clock.withZone(ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final class HandMovedClock extends Clock {

        private Instant now;

        private HandMovedClock(Instant now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return BusinessDay.ZONE;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
