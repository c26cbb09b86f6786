package org.nuancan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.check.Canteens.DAY;
import static org.nuancan.check.Canteens.noon;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.policy.fact.Slot;

/// Each check for a pattern, with a case that it must find and a similar one that it must not find.
class PatternsTest {

    private final Canteens canteens = new Canteens();

    @AfterEach
    void close() {
        canteens.close();
    }

    private void cards(int count, Duration apart) {
        for (var i = 0; i < count; i++) {
            canteens.meal().at(noon(DAY).plus(apart.multipliedBy(i))).eaten();
        }
    }

    /// The fifteenth card comes 14 intervals after the first.
    @Test
    void fifteen_cards_within_a_minute_are_found() {
        cards(15, Duration.ofSeconds(4));

        assertThat(canteens.found(CheckCode.RAPID_CARDS)).containsExactly("t1 " + DAY + " LUNCH");
    }

    @Test
    void fifteen_cards_in_seventy_seconds_are_a_queue() {
        cards(15, Duration.ofSeconds(5));

        assertThat(canteens.found(CheckCode.RAPID_CARDS)).isEmpty();
    }

    private void stack(LocalDate day, int apartSeconds, long... elders) {
        for (var i = 0; i < elders.length; i++) {
            canteens.meal()
                    .on(day)
                    .at(noon(day).plusSeconds((long) apartSeconds * i))
                    .elder(elders[i])
                    .eaten();
        }
    }

    /// Runs the check for earlier days, as the nightly job does.
    private void nightsBefore(LocalDate... days) {
        for (var day : days) {
            var check =
                    canteens.books().beans(Check.class).stream()
                            .filter(finding -> finding.code() == CheckCode.SAME_ORDER_OF_CARDS)
                            .findFirst()
                            .orElseThrow();
            var _ =
                    canteens.books()
                            .in(connection ->
                                    check.find(
                                            connection,
                                            Scope.ofDay(
                                                    day,
                                                    "110105",
                                                    Parameters.of(connection, "110105", day))));
        }
    }

    @Test
    void the_same_four_cards_in_the_same_order_on_three_days_are_found() {
        stack(DAY.minusDays(2), 10, 1, 2, 3, 4);
        stack(DAY.minusDays(1), 10, 1, 2, 3, 4);
        stack(DAY, 10, 1, 2, 3, 4);
        nightsBefore(DAY.minusDays(2), DAY.minusDays(1));

        assertThat(canteens.found(CheckCode.SAME_ORDER_OF_CARDS)).containsExactly("t1 " + DAY);
    }

    @Test
    void cards_in_changing_order_or_at_a_slow_pace_are_not_found() {
        stack(DAY.minusDays(2), 10, 1, 2, 3, 4);
        stack(DAY.minusDays(1), 10, 2, 1, 3, 4);
        stack(DAY, 10, 1, 2, 3, 4);
        stack(DAY.minusDays(2), 60, 11, 12, 13, 14);
        stack(DAY.minusDays(1), 60, 11, 12, 13, 14);
        stack(DAY, 60, 11, 12, 13, 14);
        nightsBefore(DAY.minusDays(2), DAY.minusDays(1));

        assertThat(canteens.found(CheckCode.SAME_ORDER_OF_CARDS)).isEmpty();
    }

    @Test
    void one_meal_more_than_seats_times_three_turns_is_found_as_many_are_not() {
        for (var i = 0; i < 7; i++) {
            canteens.meal().room(2, 0).eaten();
        }
        for (var i = 0; i < 6; i++) {
            canteens.meal().site(20).room(2, 0).eaten();
        }

        assertThat(canteens.found(CheckCode.OVER_CAPACITY))
                .containsExactly("site 10 " + DAY + " LUNCH");
    }

    @Test
    void one_meal_more_than_the_daily_capacity_is_found_and_an_unknown_one_is_not() {
        for (var i = 0; i < 4; i++) {
            canteens.meal().room(0, 3).eaten();
            canteens.meal().site(20).room(0, 0).eaten();
        }

        assertThat(canteens.found(CheckCode.OVER_CAPACITY)).containsExactly("site 10 " + DAY);
    }

    private void days(int days, long site, int... counts) {
        for (var back = 0; back < days; back++) {
            var day = DAY.minusDays(back);
            for (var i = 0; i < counts[back % counts.length]; i++) {
                canteens.meal().on(day).site(site).elder(1000 * site + i).eaten();
            }
        }
    }

    @Test
    void the_same_count_every_day_is_found_one_that_swings_is_not() {
        days(8, 10, 20);
        days(8, 20, 20, 22);

        assertThat(canteens.found(CheckCode.FLAT_COUNTS))
                .singleElement()
                .asString()
                .startsWith("site 10 ");
    }

    @Test
    void a_roster_without_a_gap_is_found_one_where_two_of_twenty_miss_a_day_is_not() {
        days(8, 10, 20);
        days(8, 20, 20, 18);

        assertThat(canteens.found(CheckCode.FULL_ROSTER))
                .singleElement()
                .asString()
                .startsWith("site 10 ");
    }

    /// Beijing's grant requires a bill of more than 5.00: just over is 5.01 to 5.51.
    @Test
    void bills_that_gather_just_over_a_threshold_are_found_elsewhere_they_are_not() {
        for (var i = 0; i < 20; i++) {
            canteens.meal().bill(i < 12 ? 501 + i : 1800).eaten();
            canteens.meal().site(20).bill(i < 11 ? 501 + i : 1800).eaten();
            canteens.meal().site(30).bill(552 + i).eaten();
        }

        assertThat(canteens.found(CheckCode.THRESHOLD_BILLS))
                .containsExactly("site 10 " + DAY + " 501");
    }

    @Test
    void one_meal_more_than_was_cooked_is_found_and_without_a_report_nothing_is() {
        for (var i = 0; i < 3; i++) {
            canteens.meal().eaten();
            canteens.meal().site(20).eaten();
            canteens.meal().site(30).eaten();
        }
        cooked(1, 10, 1);
        cooked(2, 10, 1);
        cooked(3, 20, 3);

        assertThat(canteens.found(CheckCode.SERVED_MORE_THAN_COOKED))
                .containsExactly("site 10 " + DAY + " LUNCH");
    }

    private void cooked(long batch, long site, int portions) {
        var _ =
                canteens.books()
                        .in(connection -> {
                            canteens.facts()
                                    .cooked(connection, batch, site, DAY, Slot.LUNCH, portions);
                            return batch;
                        });
    }

    @Test
    void three_cards_in_ninety_days_are_found_two_are_not() {
        canteens.meal().elder(1).eaten();
        canteens.meal().elder(2).eaten();
        issued(1, 11, 1);
        issued(1, 12, 40);
        issued(1, 13, 89);
        issued(2, 21, 1);
        issued(2, 22, 40);
        issued(2, 23, 95);

        assertThat(canteens.found(CheckCode.CARD_CHURN)).containsExactly("elder 1 2026-11");
    }

    private void issued(long elder, long card, int daysAgo) {
        var _ =
                canteens.books()
                        .in(connection -> {
                            canteens.facts()
                                    .cardIssued(
                                            connection, card, elder, noon(DAY.minusDays(daysAgo)));
                            return card;
                        });
    }

    @Test
    void a_meal_entered_a_day_later_is_found_one_entered_sooner_is_not() {
        canteens.meal().at(noon(DAY)).recorded(noon(DAY).plus(Duration.ofHours(23))).eaten();
        assertThat(canteens.found(CheckCode.LATE_ENTRY)).isEmpty();

        canteens.meal().at(noon(DAY)).recorded(noon(DAY).plus(Duration.ofHours(24))).eaten();
        assertThat(canteens.found(CheckCode.LATE_ENTRY))
                .containsExactly("t1 " + DAY + " booked " + DAY);
    }

    @Test
    void an_offline_excess_is_found_a_till_without_one_is_not() {
        canteens.meal().eaten();
        assertThat(canteens.found(CheckCode.OFFLINE_EXCESS)).isEmpty();

        canteens.meal().excess(1).eaten();
        assertThat(canteens.found(CheckCode.OFFLINE_EXCESS))
                .containsExactly("t1 " + DAY + " booked " + DAY);
    }

    @Test
    void a_meal_given_back_counts_no_longer() {
        for (var i = 0; i < 3; i++) {
            canteens.meal().room(0, 3).eaten();
        }
        var fourth = canteens.meal().room(0, 3).eaten();
        var _ =
                canteens.books()
                        .in(connection -> {
                            canteens.facts().returned(connection, fourth);
                            return fourth;
                        });

        assertThat(canteens.found(CheckCode.OVER_CAPACITY)).isEmpty();
    }
}
