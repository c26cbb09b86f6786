package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.DATE;
import static org.nuancan.policy.quote.Sample.elder;
import static org.nuancan.policy.quote.Sample.fen;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.meals;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;
import static org.nuancan.policy.quote.Sample.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Slot;

/// Limits on meals and amounts, and the windows of use that must be looked up.
final class LimitsTest {

    private static final OptionalLong NONE = OptionalLong.empty();

    @Test
    void a_limit_of_meals_is_reached_when_as_many_were_granted() {
        var limited = policy("A").limits(meals(LimitOn.ELDER, LimitPer.WEEK, 5));

        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.ELDER, LimitPer.WEEK, 4, 0),
                                        meal(1800),
                                        limited)))
                .isEqualTo("A 300; ");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.ELDER, LimitPer.WEEK, 5, 0),
                                        meal(1800),
                                        limited)))
                .isEqualTo("; A LIMIT");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.ELDER, LimitPer.DAY, 5, 0),
                                        meal(1800),
                                        limited)))
                .isEqualTo("A 300; ");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.SITE, LimitPer.WEEK, 5, 0),
                                        meal(1800),
                                        limited)))
                .isEqualTo("A 300; ");
    }

    @ParameterizedTest
    @CsvSource({"700, 300", "701, 299", "999, 1", "1000, 0", "1001, 0", "-5, 300"})
    void a_limit_of_fen_cuts_the_grant_to_what_is_left(long usedFen, long grantedFen) {
        var limited = policy("A").limits(fen(LimitOn.PROVIDER, LimitPer.YEAR, 1000));

        var quote = quote(used(LimitOn.PROVIDER, LimitPer.YEAR, 9, usedFen), meal(1800), limited);

        assertThat(QuoteLine.of(quote))
                .isEqualTo(grantedFen == 0 ? "; A LIMIT" : "A " + grantedFen + "; ");
    }

    @Test
    void all_limits_leave_room_and_the_tightest_cuts() {
        var limited =
                policy("A")
                        .limits(
                                fen(LimitOn.POLICY, LimitPer.EVER, 1_000_000),
                                fen(LimitOn.ELDER, LimitPer.MONTH, 250),
                                meals(LimitOn.SITE, LimitPer.SLOT, 40),
                                fen(LimitOn.SITE, LimitPer.DAY, 270));

        assertThat(QuoteLine.of(quote(meal(1800), limited))).isEqualTo("A 250; ");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.SITE, LimitPer.SLOT, 40, 0),
                                        meal(1800),
                                        limited)))
                .isEqualTo("; A LIMIT");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        used(LimitOn.SITE, LimitPer.DAY, 1, 200),
                                        meal(1800),
                                        limited)))
                .isEqualTo("A 70; ");
    }

    @Test
    void grants_of_another_policy_do_not_count() {
        var used = List.of(new Used("B", LimitOn.ELDER, LimitPer.DAY, 1, Fen.of(300)));

        assertThat(
                        QuoteLine.of(
                                quote(
                                        used,
                                        meal(1800),
                                        policy("A").limits(meals(LimitOn.ELDER, LimitPer.DAY, 1)))))
                .isEqualTo("A 300; ");
    }

    @Test
    void sums_beyond_all_range_stay_at_its_end() {
        var most = Long.MAX_VALUE;
        var least = Long.MIN_VALUE;
        var meals = policy("A").limits(meals(LimitOn.ELDER, LimitPer.DAY, most));
        var fen = policy("A").limits(fen(LimitOn.ELDER, LimitPer.DAY, 1000));
        var negative = policy("A").limits(fen(LimitOn.ELDER, LimitPer.DAY, -10));

        assertThat(QuoteLine.of(quote(twice(most, 0, 1, 0), meal(1800), meals)))
                .isEqualTo("; A LIMIT");
        assertThat(QuoteLine.of(quote(twice(0, most, 0, 1), meal(1800), fen)))
                .isEqualTo("; A LIMIT");
        assertThat(QuoteLine.of(quote(twice(0, least, 0, -1), meal(1800), fen)))
                .isEqualTo("A 300; ");
        assertThat(QuoteLine.of(quote(twice(0, 0, 0, most), meal(1800), negative)))
                .isEqualTo("; A LIMIT");
        assertThat(QuoteLine.of(quote(twice(-3, 900, 2, 50), meal(1800), fen))).isEqualTo("A 50; ");
    }

    private static List<Used> twice(long meals, long fen, long otherMeals, long otherFen) {
        return List.of(
                new Used("A", LimitOn.ELDER, LimitPer.DAY, meals, Fen.of(fen)),
                new Used("A", LimitOn.ELDER, LimitPer.DAY, otherMeals, Fen.of(otherFen)));
    }

    private static List<Used> used(LimitOn on, LimitPer per, long meals, long fen) {
        return List.of(new Used("A", on, per, meals, Fen.of(fen)));
    }

    @ParameterizedTest
    @CsvSource({
        "SLOT, 2026-11-18, 2026-11-18, LUNCH",
        "DAY, 2026-11-18, 2026-11-18,",
        "WEEK, 2026-11-16, 2026-11-22,",
        "MONTH, 2026-11-01, 2026-11-30,",
        "YEAR, 2026-01-01, 2026-12-31,",
        "EVER, 1000-01-01, 9999-12-31,"
    })
    void a_limit_counts_over_a_window_of_service_dates(
            LimitPer per, LocalDate from, LocalDate to, @Nullable Slot slot) {
        var limit = meals(LimitOn.ELDER, per, 1);

        var window = LimitWindow.of("A", limit, DATE, Slot.LUNCH);

        assertThat(window)
                .isEqualTo(
                        new LimitWindow(
                                "A", LimitOn.ELDER, per, from, to, Optional.ofNullable(slot)));
        assertThat(window.holds(from, Slot.LUNCH)).isTrue();
        assertThat(window.holds(to, Slot.LUNCH)).isTrue();
        assertThat(window.holds(from.minusDays(1), Slot.LUNCH)).isFalse();
        assertThat(window.holds(to.plusDays(1), Slot.LUNCH)).isFalse();
        assertThat(window.holds(from, Slot.DINNER)).isEqualTo(slot == null);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16", "2026-11-22"})
    void a_week_runs_from_monday_to_sunday(LocalDate date) {
        var window = LimitWindow.of("A", meals(LimitOn.ELDER, LimitPer.WEEK, 1), date, Slot.LUNCH);

        assertThat(window.from()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(window.to()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void only_the_limits_of_policies_that_could_grant_are_looked_up() {
        var day = meals(LimitOn.ELDER, LimitPer.DAY, 1);
        var year = fen(LimitOn.PROVIDER, LimitPer.YEAR, 5);
        var policies =
                Sample.all(
                        policy("A").limits(day, year),
                        policy("B").limits(day).who(new Who.MinAge(99)),
                        policy("C").limits(day).owner("31"),
                        policy("D")
                                .limits(year)
                                .bill(new Bill(Bill.Basis.REMAINING, NONE, NONE, NONE)));

        var windows = SubsidyEngine.windows(policies, elder(), site(), meal(1800), Map.of());

        assertThat(windows)
                .containsExactly(
                        LimitWindow.of("A", day, DATE, Slot.LUNCH),
                        LimitWindow.of("A", year, DATE, Slot.LUNCH),
                        LimitWindow.of("D", year, DATE, Slot.LUNCH));
        var suspended = Sample.with(ElderStatus.SUSPENDED, Optional.empty());
        assertThat(SubsidyEngine.windows(policies, suspended, site(), meal(1800), Map.of()))
                .isEmpty();
    }
}
