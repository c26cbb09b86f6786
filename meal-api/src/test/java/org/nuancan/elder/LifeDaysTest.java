package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.policy.fact.ElderStatus;

class LifeDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final LifeDays LIFE = new LifeDays(LocalDate.of(1944, 6, 15), TODAY);

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, true",
        "2026-11-19, false",
        "1900-01-01, true",
        // 130 years old until the day before the 131st birthday.
        "1895-11-19, true",
        "1895-11-18, false",
    })
    void nobody_is_born_later_than_today_or_older_than_130(LocalDate birth, boolean isBirth) {
        assertThat(LifeDays.isBirth(birth, TODAY)).isEqualTo(isBirth);
    }

    @ParameterizedTest
    @CsvSource({
        "DECEASED, 1944-06-14, false",
        "DECEASED, 1944-06-15, true",
        "DECEASED, 2026-11-18, true",
        "DECEASED, 2026-11-19, false",
        "DECEASED, 9999-12-31, false",
        "MOVED_AWAY, 1944-06-14, false",
        "MOVED_AWAY, 2026-12-01, true",
        "MOVED_AWAY, 2036-11-18, true",
        "MOVED_AWAY, 2036-11-19, false",
        "SUSPENDED, 1000-01-01, false",
        "ACTIVE, 2026-11-19, true",
    })
    void a_death_lies_between_birth_and_today_another_status_at_most_ten_years_ahead(
            ElderStatus status, LocalDate on, boolean can) {
        assertThat(LIFE.canBegin(status, on)).isEqualTo(can);
    }

    @ParameterizedTest
    @CsvSource({"1944-06-14, false", "1944-06-15, true", "9999-12-31, true"})
    void a_card_is_valid_to_a_day_after_birth(LocalDate validTo, boolean can) {
        assertThat(LIFE.canBeValidTo(Optional.of(validTo))).isEqualTo(can);
        assertThat(LIFE.canBeValidTo(Optional.empty())).isTrue();
    }

    @Test
    void the_first_impossible_day_is_reported() {
        var possible = LocalDate.of(2020, 1, 1);
        var impossible = LocalDate.of(1944, 6, 14);

        assertThat(LIFE.firstImpossible(List.of(possible, impossible, impossible))).hasValue(1);
        assertThat(LIFE.firstImpossible(List.of(possible))).isEmpty();
    }
}
