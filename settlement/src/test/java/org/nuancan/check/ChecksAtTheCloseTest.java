package org.nuancan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.check.Canteens.DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.close.Books;
import org.nuancan.day.BusinessDay;

/// When checks run, what they hold, and what officers can read.
class ChecksAtTheCloseTest {

    private final Canteens canteens = new Canteens();

    @AfterEach
    void close() {
        canteens.close();
    }

    @Test
    void at_the_close_certain_findings_hold_their_line_and_patterns_are_noted() {
        canteens.meal().elder(1).booked();
        canteens.meal().elder(2).excess(100).booked();
        canteens.died(1, DAY);

        canteens.closed();

        assertThat(canteens.anomalies())
                .containsExactly("DEAD_ELDER HOLD held", "OFFLINE_EXCESS NOTE free");
        assertThat(canteens.held()).isEqualTo(800);
        // A second run finds nothing twice.
        canteens.books().bean(PlatformChecks.class).run();
        assertThat(canteens.anomalies()).hasSize(2);
        assertThat(canteens.held()).isEqualTo(800);
    }

    @Test
    void a_death_reported_late_finds_every_later_line_paid_or_not() {
        canteens.meal().elder(1).booked();
        canteens.meal().elder(1).booked();
        canteens.meal().elder(2).booked();
        canteens.closed();
        assertThat(canteens.anomalies()).isEmpty();
        canteens.run("update statement set state = 'PAID'");

        canteens.died(1, DAY);
        canteens.books().bean(PlatformChecks.class).run();

        assertThat(canteens.anomalies())
                .isEqualTo(List.of("DEAD_ELDER HOLD free", "DEAD_ELDER HOLD free"));
        assertThat(canteens.held()).isZero();
        assertThat(canteens.books().number("select count(*) as answer from check_again")).isZero();
    }

    @Test
    void a_death_reported_before_payment_holds_the_lines() {
        canteens.meal().elder(1).booked();
        canteens.closed();

        canteens.died(1, DAY.minusDays(1));
        canteens.books().bean(PlatformChecks.class).run();

        assertThat(canteens.anomalies()).containsExactly("DEAD_ELDER HOLD held");
        assertThat(canteens.held()).isEqualTo(800);
    }

    @Test
    void a_district_sets_its_own_parameter_from_a_day_on() {
        canteens.run(
                """
                insert into check_parameter (code, district_code, name, from_date, value)
                values ('OFFLINE_EXCESS', '110105', 'holds', '2026-11-18', 1),
                       ('DEAD_ELDER', '110105', 'holds', '2026-11-19', 0),
                       ('OVER_CAPACITY', '110101', 'turns', '2026-01-01', 0)
                """);
        assertThat(severity(CheckCode.OFFLINE_EXCESS, DAY)).isEqualTo(Severity.HOLD);
        assertThat(severity(CheckCode.OFFLINE_EXCESS, DAY.minusDays(1))).isEqualTo(Severity.NOTE);
        assertThat(severity(CheckCode.DEAD_ELDER, DAY)).isEqualTo(Severity.HOLD);
        assertThat(severity(CheckCode.DEAD_ELDER, DAY.plusDays(1))).isEqualTo(Severity.NOTE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_least_and_the_most_that_a_parameter_may_be_leave_no_day_unchecked(boolean most) {
        var books = canteens.books();
        books.noonOf(new BusinessDay(DAY.minusDays(1)));
        var all = books.bean(CheckParameters.class).list(Optional.empty());
        for (var parameter : all) {
            var range = CheckParameters.range(parameter.name());
            var outcome =
                    set(parameter.code(), parameter.name(), most ? range.most() : range.least());
            assertThat(outcome).isEqualTo(CheckParameters.Outcome.SET);
        }
        books.noonOf(Books.DAY);
        canteens.meal().elder(1).booked();
        canteens.meal().elder(2).excess(100).booked();
        canteens.died(1, DAY);

        canteens.closed();

        assertThat(books.number("select count(*) as answer from statement where state = 'CHECKED'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 367, 1_000_000})
    void no_check_looks_back_further_than_there_are_days(long days) {
        canteens.books().noonOf(new BusinessDay(DAY.minusDays(1)));

        var outcome = set(CheckCode.CARD_CHURN, "days", days);

        assertThat(outcome).isEqualTo(CheckParameters.Outcome.OUT_OF_RANGE);
    }

    private CheckParameters.Outcome set(CheckCode code, String name, long value) {
        var wanted = new CheckParameters.Parameter(code, Optional.of("110105"), name, DAY, value);
        return canteens.books().bean(CheckParameters.class).set(wanted, "officer");
    }

    private Severity severity(CheckCode code, LocalDate day) {
        return canteens.books()
                .in(connection -> Parameters.of(connection, "110105", day).severity(code));
    }

    @Test
    void every_check_exists_once_and_is_explained_in_both_languages() {
        assertThat(canteens.books().beans(Check.class))
                .extracting(Check::code)
                .containsExactlyInAnyOrder(CheckCode.values());
        for (var code : CheckCode.values()) {
            for (var english : List.of(false, true)) {
                assertThat(Explanations.title(code, english)).isNotBlank();
                assertThat(Explanations.text(code, "", true, english)).isNotBlank();
            }
        }
    }

    @Test
    void an_explanation_names_the_facts_and_says_whether_the_line_is_held() {
        var facts = "died=2026-11-18";

        assertThat(Explanations.text(CheckCode.DEAD_ELDER, facts, true, true))
                .contains("died on 2026-11-18", "The line is withheld.")
                .doesNotContain("{");
        assertThat(Explanations.text(CheckCode.DEAD_ELDER, facts, true, false))
                .contains("2026-11-18", "该笔补贴已暂扣");
        for (var code :
                List.of(
                        CheckCode.DEAD_ELDER,
                        CheckCode.IN_INSTITUTION,
                        CheckCode.SITE_NOT_LISTED)) {
            assertThat(Explanations.text(code, facts, false, false))
                    .contains("未能暂扣")
                    .doesNotContain("已暂扣", "{held}");
            assertThat(Explanations.text(code, facts, false, true))
                    .contains("could not be withheld")
                    .doesNotContain("is withheld");
        }
    }

    /// Before the close there is no line; the close finds the meal and holds its line.
    @Test
    void a_death_reported_on_the_day_of_the_meal_holds_its_line_at_the_close() {
        canteens.meal().elder(1).booked();
        canteens.died(1, DAY);
        canteens.books().bean(PlatformChecks.class).run();
        assertThat(canteens.anomalies()).isEmpty();

        canteens.closed();

        assertThat(canteens.anomalies()).containsExactly("DEAD_ELDER HOLD held");
        assertThat(canteens.held()).isEqualTo(800);
    }

    /// The other provider's statement of the day is checked while the first one has none.
    @Test
    void a_line_of_a_parked_provider_is_held_once_its_statement_is_made() {
        canteens.meal().elder(1).booked();
        canteens.died(1, DAY);
        var _ = canteens.books().lunch(2);
        canteens.run("alter table statement add constraint trouble check (provider_id <> 1)");
        canteens.closed();
        assertThat(canteens.anomalies()).isEmpty();

        canteens.run("alter table statement drop constraint trouble");
        assertThat(canteens.books().close(Books.DAY).parked()).isEmpty();

        assertThat(canteens.anomalies()).containsExactly("DEAD_ELDER HOLD held");
        assertThat(canteens.held()).isEqualTo(800);
    }
}
