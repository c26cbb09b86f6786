package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.DATE;
import static org.nuancan.policy.quote.Sample.aged;
import static org.nuancan.policy.quote.Sample.elder;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.mealOn;
import static org.nuancan.policy.quote.Sample.meals;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;
import static org.nuancan.policy.quote.Sample.site;
import static org.nuancan.policy.quote.Sample.where;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.When;
import org.nuancan.policy.Where;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.fact.Stay;

/// The order of the reasons for refusal, and the elders that a policy admits.
final class ReasonsTest {

    private static final OptionalLong NONE = OptionalLong.empty();
    private static final Where.Within ANYWHERE = Where.Within.ANY;
    private static final Where.Of HOUSEHOLD = Where.Of.HOUSEHOLD;
    private static final When.CalendarDays CALENDAR_REST = When.CalendarDays.RESTDAY;

    @Test
    void the_first_condition_that_fails_is_the_reason() {
        var never = new When(Optional.of(List.of()), Optional.of(List.of()), CALENDAR_REST);
        var far = where(Where.Within.STREET, Where.Of.HOUSEHOLD);
        var unlisted = new SiteFacts(new Division("310101001"), SiteType.STATION, 2, false);
        var listed = new SiteFacts(new Division("310101001"), SiteType.STATION, 2, true);
        var here = new Where(ANYWHERE, HOUSEHOLD, Optional.empty(), Optional.empty(), 0, true);
        var bill = new Bill(Bill.Basis.BILL, OptionalLong.of(5000), NONE, NONE);
        var stay = new Stay(DATE, Optional.empty());
        var demand = new Who.NotInInstitution(true);
        var poor =
                policy("P")
                        .when(never)
                        .how()
                        .bill(bill)
                        .needsDinerGrant()
                        .limits(meals(LimitOn.ELDER, LimitPer.DAY, 0))
                        .fixed(0);

        assertThat(
                        QuoteLine.of(
                                quote(
                                        elder(),
                                        unlisted,
                                        meal(1),
                                        poor.where(far).who(new Who.MinAge(99)))))
                .isEqualTo("; P WHO");
        assertThat(QuoteLine.of(quote(Sample.staying(stay), unlisted, meal(1), poor.who(demand))))
                .isEqualTo("; P IN_INSTITUTION");
        assertThat(QuoteLine.of(quote(elder(), unlisted, meal(1), poor))).isEqualTo("; P WHERE");
        assertThat(QuoteLine.of(quote(elder(), unlisted, meal(1), poor.where(here))))
                .isEqualTo("; P SITE_NOT_LISTED");
        assertThat(QuoteLine.of(quote(elder(), listed, meal(1), poor))).isEqualTo("; P SLOT");
        assertThat(QuoteLine.of(quote(meal(1), poor.when(onDays(List.of()))))).isEqualTo("; P DAY");
        assertThat(QuoteLine.of(quote(meal(1), poor.when(onDays(List.of(DayOfWeek.WEDNESDAY))))))
                .isEqualTo("; P FULFILMENT");
        assertThat(QuoteLine.of(quote(meal(1), poor.how(Fulfilment.DINE_IN))))
                .isEqualTo("; P BILL");
        assertThat(QuoteLine.of(quote(meal(9000), poor))).isEqualTo("; P NO_DINER_GRANT");
        assertThat(QuoteLine.of(quote(meal(9000), policy("A").turn(1, 1).fixed(1), poor)))
                .isEqualTo("A 1; P LIMIT");
        assertThat(QuoteLine.of(quote(meal(9000), policy("A").turn(1, 1).fixed(1), poor.limits())))
                .isEqualTo("A 1; P NOTHING_TO_GRANT");
    }

    private static When onDays(List<DayOfWeek> weekdays) {
        return new When(Optional.empty(), Optional.of(weekdays), When.CalendarDays.ANY);
    }

    @ParameterizedTest
    @CsvSource({
        "1946-11-18, 2026-11-18, 80",
        "1946-11-19, 2026-11-18, 79",
        "1944-02-29, 2026-02-28, 81",
        "1944-02-29, 2026-03-01, 82",
        "1944-02-29, 2028-02-28, 83",
        "1944-02-29, 2028-02-29, 84",
        "1943-03-01, 2028-02-29, 84",
        "2026-11-18, 2026-11-18, 0"
    })
    void age_is_in_full_years_and_leap_day_birthdays_fall_on_1_march(
            String birthDate, LocalDate date, long age) {
        assertThat(aged(birthDate).ageOn(date)).isEqualTo(age);
        var least =
                policy("A")
                        .who(new Who.MinAge(age), new Who.MaxAge(age))
                        .inForce("1900-01-01", "2100-01-01");
        var more = policy("B").who(new Who.MinAge(age + 1)).inForce("1900-01-01", "2100-01-01");
        var less = policy("C").who(new Who.MaxAge(age - 1)).inForce("1900-01-01", "2100-01-01");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        aged(birthDate),
                                        site(),
                                        mealOn(date, Slot.LUNCH, 1800),
                                        least,
                                        more,
                                        less)))
                .isEqualTo("A 300; B WHO, C WHO");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, 2026-11-18, true",
        "2026-11-01, 2026-11-18, true",
        "2026-11-18, , true",
        "2026-11-01, , true",
        "2026-11-01, 2026-11-17, false",
        "2026-11-19, , false",
        "2026-11-19, 2026-11-18, false"
    })
    void both_days_of_a_stay_belong_to_it(
            LocalDate from, @Nullable LocalDate to, boolean inInstitution) {
        var elder = Sample.staying(new Stay(from, Optional.ofNullable(to)));
        var home = policy("A").who(new Who.NotInInstitution(true));

        assertThat(QuoteLine.of(quote(elder, site(), meal(1800), home)))
                .isEqualTo(inInstitution ? "; A IN_INSTITUTION" : "A 300; ");
    }

    @Test
    void a_stay_matters_only_to_the_alternative_that_asks_and_is_met_otherwise() {
        var elder = Sample.staying(new Stay(DATE, Optional.empty()));
        var home = new Who.NotInInstitution(true);

        var quote =
                quote(
                        elder,
                        site(),
                        meal(5000),
                        policy("A").who(new Who.MinAge(99), home).who(new Who.MinAge(98)),
                        policy("B").who(new Who.MinAge(99)).who(new Who.MinAge(60), home),
                        policy("C").who(new Who.MinAge(60), home).who(new Who.MinAge(70)),
                        policy("D").who(new Who.NotInInstitution(false)),
                        policy("E").who(),
                        policy("F"));

        assertThat(QuoteLine.of(quote))
                .isEqualTo("C 300, D 300, E 300, F 300; A WHO, B IN_INSTITUTION");
    }

    @Test
    void an_elder_must_meet_all_of_one_alternative() {
        var disabled = List.of(Category.DISABLED);
        var both = List.of(Category.DISABLED, Category.DEMENTIA);
        var none = List.<Category>of();
        var chaoyang = List.of(new Division("310101"), new Division("110105"));
        var shanghai = List.of(new Division("31"));

        var quote =
                quote(
                        meal(90_000),
                        policy("any").who(new Who.AnyCategory(both)),
                        policy("any-none").who(new Who.AnyCategory(none)),
                        policy("all").who(new Who.AllCategories(disabled)),
                        policy("all-both").who(new Who.AllCategories(both)),
                        policy("all-none").who(new Who.AllCategories(none)),
                        policy("no").who(new Who.NoCategory(List.of(Category.DEMENTIA))),
                        policy("no-both").who(new Who.NoCategory(both)),
                        policy("grade").who(new Who.MinCareGrade(2), new Who.MaxCareGrade(2)),
                        policy("grade-3").who(new Who.MinCareGrade(3)),
                        policy("grade-1").who(new Who.MaxCareGrade(1)),
                        policy("local").who(new Who.HouseholdKind(Household.Kind.LOCAL)),
                        policy("other").who(new Who.HouseholdKind(Household.Kind.NON_LOCAL)),
                        policy("home").who(new Who.HouseholdIn(chaoyang)),
                        policy("home-31").who(new Who.HouseholdIn(shanghai)),
                        policy("lives").who(new Who.ResidenceIn(chaoyang)),
                        policy("lives-31").who(new Who.ResidenceIn(shanghai)));

        assertThat(quote.grants().stream().map(Grant::code))
                .containsExactly("all", "all-none", "any", "grade", "home", "lives", "local", "no");
        assertThat(quote.refusals().stream().map(Refusal::reason))
                .containsOnly(RefusalReason.WHO)
                .hasSize(8);
    }
}
