package org.nuancan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.check.Canteens.DAY;
import static org.nuancan.check.Canteens.noon;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each check of single meals, with a case that it must find and a similar one that it must not
/// find.
class ChecksTest {

    private final Canteens canteens = new Canteens();

    @AfterEach
    void close() {
        canteens.close();
    }

    private void stays(long elder, LocalDate from, LocalDate to) {
        var _ =
                canteens.books()
                        .in(connection -> {
                            canteens.facts().stays(connection, elder, from, Optional.of(to));
                            return from;
                        });
    }

    @Test
    void a_meal_on_the_day_of_death_is_found_one_the_day_before_is_not() {
        var dead = canteens.meal().elder(1).eaten();
        canteens.meal().elder(2).eaten();
        canteens.died(1, DAY);
        canteens.died(2, DAY.plusDays(1));

        assertThat(canteens.found(CheckCode.DEAD_ELDER)).containsExactly("order " + dead);
    }

    @Test
    void a_meal_on_the_last_day_of_a_stay_is_found_one_on_the_day_after_is_not() {
        var inside = canteens.meal().elder(1).eaten();
        canteens.meal().elder(2).eaten();
        stays(1, DAY.minusDays(9), DAY);
        stays(2, DAY.minusDays(9), DAY.minusDays(1));

        assertThat(canteens.found(CheckCode.IN_INSTITUTION)).containsExactly("order " + inside);
    }

    @Test
    void a_grant_at_a_site_that_was_not_listed_is_found() {
        canteens.meal().eaten();
        var unlisted = canteens.meal().unlisted().eaten();

        assertThat(canteens.found(CheckCode.SITE_NOT_LISTED)).containsExactly("order " + unlisted);
    }

    /// 0.1 of a degree north is 11,120 m: at 500 m a minute and 1,000 m free, 20.2 minutes.
    @Test
    void two_sites_are_too_far_apart_for_twenty_minutes_and_not_for_twentyone() {
        canteens.meal().elder(1).at(noon(DAY)).eaten();
        var tooSoon =
                canteens.meal()
                        .elder(1)
                        .site(20)
                        .place(40_090_000, 116_470_000)
                        .at(noon(DAY).plus(Duration.ofMinutes(20)))
                        .eaten();
        canteens.meal().elder(2).at(noon(DAY)).eaten();
        canteens.meal()
                .elder(2)
                .site(20)
                .place(40_090_000, 116_470_000)
                .at(noon(DAY).plus(Duration.ofMinutes(21)))
                .eaten();

        assertThat(canteens.found(CheckCode.ELSEWHERE_TOO_SOON))
                .containsExactly("order " + tooSoon);
    }

    @Test
    void a_relative_who_fetches_with_a_code_may_be_elsewhere() {
        canteens.meal().elder(1).at(noon(DAY)).eaten();
        canteens.meal()
                .elder(1)
                .site(20)
                .place(40_090_000, 116_470_000)
                .entered(Entered.CODE)
                .at(noon(DAY).plusSeconds(60))
                .eaten();

        assertThat(canteens.found(CheckCode.ELSEWHERE_TOO_SOON)).isEmpty();
    }
}
