package org.nuancan.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final FailureHistory.Rule RULE = SignInAttempts.FROM_ONE_ADDRESS;

    private static FailureHistory failures(int count, Duration apart) {
        var history = FailureHistory.NONE;
        for (var i = 0; i < count; i++) {
            history = history.plusFailure(RULE, NOON.plus(apart.multipliedBy(i)));
        }
        return history;
    }

    @Test
    void nine_failures_wait_for_nothing_and_the_tenth_makes_the_next_attempt_wait_five_seconds() {
        var nine = failures(9, Duration.ZERO);
        var ten = nine.plusFailure(RULE, NOON);

        assertThat(nine.waitAt(NOON)).isZero();
        assertThat(ten.waitAt(NOON)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ten.waitAt(NOON.plusSeconds(4))).isEqualTo(Duration.ofSeconds(1));
        assertThat(ten.waitAt(NOON.plusSeconds(5))).isZero();
    }

    @Test
    void ten_failures_within_ten_minutes_are_needed() {
        var within = failures(10, Duration.ofMinutes(10).minusMillis(1).dividedBy(9));
        var longer = failures(10, Duration.ofMinutes(10).dividedBy(9).plusMillis(1));

        assertThat(within.waits()).isEqualTo(1);
        assertThat(longer.waits()).isZero();
        assertThat(failures(1000, Duration.ofMinutes(2)).waits()).isZero();
    }

    @Test
    void each_further_failure_doubles_the_wait_up_to_five_minutes() {
        var history = failures(10, Duration.ZERO);
        var now = NOON;
        List<Long> waits = new ArrayList<>();
        for (var i = 0; i < 9; i++) {
            waits.add(history.waitAt(now).toSeconds());
            now = history.opensAt();
            history = history.plusFailure(RULE, now);
        }

        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void the_waits_begin_anew_once_the_window_has_passed_since_the_last_one_ended() {
        var twice = failures(11, Duration.ZERO);
        var end = twice.opensAt();

        var soon = twice.plusFailure(RULE, end.plus(Duration.ofMinutes(10)).minusMillis(1));
        var late = twice.plusFailure(RULE, end.plus(Duration.ofMinutes(10)));

        assertThat(twice.waits()).isEqualTo(2);
        assertThat(soon.waits()).isEqualTo(3);
        assertThat(late.waits()).isZero();
        assertThat(late.recent()).containsExactly(end.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_hundred_failures_of_all_addresses_within_an_hour_make_attempts_wait() {
        var history = FailureHistory.NONE;
        for (var i = 0; i < 99; i++) {
            history =
                    history.plusFailure(
                            SignInAttempts.FROM_ALL_ADDRESSES, NOON.plusSeconds(36L * i));
        }
        var last = NOON.plusSeconds(3599);

        assertThat(history.waitAt(last)).isZero();
        assertThat(history.plusFailure(SignInAttempts.FROM_ALL_ADDRESSES, last).waitAt(last))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void of_two_copies_the_later_one_holds_be_it_a_failure_or_a_sign_in() {
        var seconds = failures(3, Duration.ofSeconds(1));
        var later = seconds.plusFailure(RULE, NOON.plusSeconds(9));
        var forgotten = FailureHistory.forgottenAt(NOON.plusSeconds(10));

        assertThat(seconds.orLater(later)).isEqualTo(later);
        assertThat(later.orLater(seconds)).isEqualTo(later);
        assertThat(later.orLater(forgotten).recent()).isEmpty();
        assertThat(FailureHistory.NONE.orLater(seconds)).isEqualTo(seconds);
    }

    @Test
    void a_text_reads_as_what_was_written() {
        for (var history :
                List.of(
                        FailureHistory.NONE,
                        failures(3, Duration.ofSeconds(7)),
                        failures(15, Duration.ZERO))) {
            assertThat(FailureHistory.read(history.text())).isEqualTo(history);
        }
    }
}
