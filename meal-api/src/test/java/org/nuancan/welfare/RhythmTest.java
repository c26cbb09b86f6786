package org.nuancan.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RhythmTest {

    /// A Wednesday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @Test
    void who_eats_daily_and_missed_yesterday_and_the_day_before_is_noticed() {
        var eaten = without(days(_ -> true), 1, 2);

        assertThat(new Rhythm(eaten, _ -> false).missedBefore(TODAY))
                .containsExactly(TODAY.minusDays(1), TODAY.minusDays(2));
    }

    @Test
    void one_day_missed_is_no_alarm() {
        assertThat(new Rhythm(without(days(_ -> true), 1), _ -> false).missedBefore(TODAY))
                .isEmpty();
    }

    @Test
    void who_eats_on_workdays_is_not_missed_on_a_weekend() {
        var workdays = days(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
        var monday = LocalDate.of(2026, 11, 16);

        assertThat(new Rhythm(workdays, _ -> false).missedBefore(monday)).isEmpty();
    }

    @Test
    void who_comes_twice_a_week_is_noticed_after_two_of_those_days() {
        var twice =
                days(day ->
                        day.getDayOfWeek() == DayOfWeek.TUESDAY
                                || day.getDayOfWeek() == DayOfWeek.FRIDAY);

        assertThat(new Rhythm(without(twice, 1, 5), _ -> false).missedBefore(TODAY))
                .containsExactly(TODAY.minusDays(1), TODAY.minusDays(5));
        assertThat(new Rhythm(without(twice, 1), _ -> false).missedBefore(TODAY)).isEmpty();
    }

    @Test
    void a_meal_since_then_ends_the_alarm_also_one_of_today() {
        var eaten = without(days(_ -> true), 1, 2);
        var today = new HashSet<>(eaten);
        today.add(TODAY);

        assertThat(new Rhythm(today, _ -> false).missedBefore(TODAY)).isEmpty();
        assertThat(new Rhythm(without(days(_ -> true), 2, 3), _ -> false).missedBefore(TODAY))
                .isEmpty();
    }

    @Test
    void a_day_on_which_it_is_known_why_does_not_count() {
        var eaten = without(days(_ -> true), 1, 2);

        assertThat(new Rhythm(eaten, TODAY.minusDays(1)::equals).missedBefore(TODAY)).isEmpty();
        assertThat(new Rhythm(without(eaten, 3), TODAY.minusDays(1)::equals).missedBefore(TODAY))
                .containsExactly(TODAY.minusDays(2), TODAY.minusDays(3));
    }

    @Test
    void who_eats_now_and_then_is_not_expected() {
        var everyOtherWeek = days(day -> day.toEpochDay() / 7 % 2 == 0);

        assertThat(new Rhythm(everyOtherWeek, _ -> false).missedBefore(TODAY)).isEmpty();
        assertThat(new Rhythm(Set.of(), _ -> false).missedBefore(TODAY)).isEmpty();
    }

    private static Set<LocalDate> days(Predicate<LocalDate> which) {
        return TODAY.minusDays(Rhythm.DAYS)
                .datesUntil(TODAY)
                .filter(which)
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> without(Set<LocalDate> days, int... back) {
        var less = new HashSet<>(days);
        for (var day : back) {
            less.remove(TODAY.minusDays(day));
        }
        return less;
    }
}
