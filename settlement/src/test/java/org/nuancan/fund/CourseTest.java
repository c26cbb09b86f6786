package org.nuancan.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nuancan.fund.FundYear.Warning;
import org.nuancan.money.Fen;

import java.time.LocalDate;
import java.util.TreeMap;

class CourseTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    /// 100 fen a day from the first of January on.
    private static Course steady(int days) {
        var byDay = new TreeMap<LocalDate, Fen>();
        for (var day = 0; day < days; day++) {
            byDay.put(NEW_YEAR.plusDays(day), Fen.of(100));
        }
        return new Course(byDay, NEW_YEAR.plusDays(days - 1L));
    }

    @Test
    void a_steady_year_is_forecast_to_be_the_days_of_the_year_times_a_day() {
        assertThat(steady(10).forecast(END)).isEqualTo(Fen.of(365 * 100));
        assertThat(steady(100).forecast(END)).isEqualTo(Fen.of(365 * 100));
        assertThat(steady(365).forecast(END)).isEqualTo(Fen.of(365 * 100));
    }

    @Test
    void only_the_last_28_days_go_on() {
        var byDay = new TreeMap<LocalDate, Fen>();
        byDay.put(NEW_YEAR, Fen.of(1_000_000));
        byDay.put(LocalDate.of(2026, 12, 30), Fen.of(28 * 5));

        var course = new Course(byDay, LocalDate.of(2026, 12, 30));

        assertThat(course.forecast(END)).isEqualTo(Fen.of(1_000_000 + 28 * 5 + 5));
    }

    @Test
    void thresholds_are_reached_on_a_day_or_expected_on_one_or_not_at_all() {
        // 80 % are reached on the 8th day, 95 % on the 10th (9.5 days), all of it on the 10th.
        assertThat(steady(8).warnings(Fen.of(1000), END))
                .containsExactly(
                        new Warning(80, true, NEW_YEAR.plusDays(7)),
                        new Warning(95, false, NEW_YEAR.plusDays(7 + 2)),
                        new Warning(100, false, NEW_YEAR.plusDays(7 + 2)));
        assertThat(steady(7).warnings(Fen.of(1000), END).getFirst().reached()).isFalse();
        assertThat(steady(8).warnings(Fen.of(365 * 100 * 2), END)).isEmpty();
        assertThat(steady(8).warnings(Fen.ZERO, END)).isEmpty();
    }

    @Test
    void nothing_granted_is_nothing_expected() {
        var nothing = new Course(new TreeMap<>(), NEW_YEAR);

        assertThat(nothing.forecast(END)).isEqualTo(Fen.ZERO);
        assertThat(nothing.warnings(Fen.of(100), END)).isEmpty();
    }
}
