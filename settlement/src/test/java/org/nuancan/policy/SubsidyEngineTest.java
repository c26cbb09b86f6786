package org.nuancan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.Sample.DATE;
import static org.nuancan.policy.Sample.aged;
import static org.nuancan.policy.Sample.elder;
import static org.nuancan.policy.Sample.fen;
import static org.nuancan.policy.Sample.living;
import static org.nuancan.policy.Sample.meal;
import static org.nuancan.policy.Sample.mealOn;
import static org.nuancan.policy.Sample.meals;
import static org.nuancan.policy.Sample.policy;
import static org.nuancan.policy.Sample.quote;
import static org.nuancan.policy.Sample.site;
import static org.nuancan.policy.Sample.siteIn;
import static org.nuancan.policy.Sample.where;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.money.Fen;

/// The rules of the design page that the schemes leave unasked.
final class SubsidyEngineTest {

    private static final OptionalLong NONE = OptionalLong.empty();

    /// `A 300, B 200; C WHO`: grants in their order, refusals in theirs.
    private static String told(Quote quote) {
        var grants =
                quote.grants().stream()
                        .map(grant -> grant.code() + " " + grant.fen().value())
                        .toList();
        var refusals =
                quote.refusals().stream()
                        .map(refusal -> refusal.code() + " " + refusal.reason())
                        .toList();
        return String.join(", ", grants) + "; " + String.join(", ", refusals);
    }

    // Whom policies concern.

    @Test
    void the_version_whose_days_hold_the_service_date_is_used() {
        var old = policy("A").inForce("2022-01-01", "2026-11-17").fixed(100);
        var current = policy("A").version(2).inForce("2026-11-18", "2026-11-18").fixed(200);
        var next = policy("A").version(3).inForce("2026-11-19", "2030-01-01").fixed(300);

        assertThat(told(quote(meal(1800), old, current, next))).isEqualTo("A 200; ");
        assertThat(told(quote(mealOn(DATE.minusDays(1), Slot.LUNCH, 1800), old, current, next)))
                .isEqualTo("A 100; ");
        assertThat(told(quote(mealOn(DATE.plusDays(1), Slot.LUNCH, 1800), old, current, next)))
                .isEqualTo("A 300; ");
    }

    @Test
    void of_several_versions_in_force_the_highest_is_used() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").version(2).fixed(200),
                        policy("A").version(10).fixed(1000),
                        policy("A").version(9).fixed(900));

        assertThat(told(quote)).isEqualTo("A 1000; ");
        assertThat(quote.grants().getFirst().version()).isEqualTo(10);
    }

    @Test
    void an_older_version_does_not_stand_in_for_a_newer_one_of_another_owner() {
        var quote = quote(meal(1800), policy("A"), policy("A").version(2).owner("31"));

        assertThat(told(quote)).isEqualTo("; ");
    }

    @ParameterizedTest
    @CsvSource({
        "310101001, 310101001, 110105012, 110105, true",
        "310101001, 110105012, 310101001, 110105, true",
        "110105012, 310101001, 310101001, 110105, true",
        "310101001, 310101001, 310101001, 110105, false",
        "110105012, 110105012, 110105012, 110105013, false",
        "110105012, 110105012, 110105012, 110105012, true",
        "1101, 1101, 1101, 110105, false"
    })
    void an_owner_contains_the_household_the_residence_or_the_site(
            String household, String residence, String site, String owner, boolean concerned) {
        var quote =
                quote(
                        living(Household.Kind.LOCAL, household, residence),
                        siteIn(site),
                        meal(1800),
                        policy("A").owner(owner));

        assertThat(told(quote)).isEqualTo(concerned ? "A 300; " : "; ");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, , true",
        "SUSPENDED, , false",
        "MOVED_AWAY, , false",
        "DECEASED, , false",
        "DECEASED, 2026-11-17, false",
        "DECEASED, 2026-11-18, false",
        "DECEASED, 2026-11-19, true",
        "ACTIVE, 2026-11-18, false",
        "ACTIVE, 2026-11-19, true",
        "SUSPENDED, 2026-11-19, false"
    })
    void only_who_is_active_on_the_service_date_is_granted_anything(
            ElderStatus status, @Nullable LocalDate deceasedOn, boolean active) {
        var elder = Sample.with(status, Optional.ofNullable(deceasedOn));

        var quote = quote(elder, site(), meal(1800), policy("B"), policy("A").fixed(100));

        assertThat(told(quote))
                .isEqualTo(active ? "A 100, B 300; " : "; A ELDER_NOT_ACTIVE, B ELDER_NOT_ACTIVE");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.of(active ? 1800 - 100 - 300 : 1800));
    }

    // Order and competition.

    @Test
    void turns_come_by_side_stage_priority_and_code() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").side(Side.DELIVERY).turn(1, 1).fixed(1),
                        policy("B").side(Side.PROVIDER).turn(2, 2).fixed(2),
                        policy("C").turn(9, 1).fixed(3),
                        policy("D").turn(3, 8).fixed(4),
                        policy("F").turn(3, 7).fixed(6),
                        policy("E").turn(3, 7).fixed(5));

        assertThat(told(quote)).isEqualTo("E 5, F 6, D 4, C 3, B 2, A 1; ");
    }

    @Test
    void the_largest_of_a_group_wins_and_the_earlier_of_equals() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").group("g").turn(1, 1).fixed(200),
                        policy("B").group("g").turn(1, 2).fixed(500),
                        policy("C").group("g").turn(1, 3).fixed(500),
                        policy("D").group("g").turn(1, 4).fixed(499));

        assertThat(told(quote)).isEqualTo("B 500; A BEATEN, C BEATEN, D BEATEN");
    }

    @Test
    void a_group_is_computed_against_the_bill_at_its_first_members_turn() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").turn(1, 1).fixed(100),
                        policy("B").turn(2, 1).fixed(700),
                        policy("C").group("g").turn(3, 1).amount(new Amount.ElderPays(400)));

        // C comes in A's place: 1000 - 400; then 400 remain for B.
        assertThat(told(quote)).isEqualTo("C 600, B 400; A BEATEN");
    }

    @Test
    void a_first_member_that_is_refused_still_gives_its_group_its_turn() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").turn(1, 1).how(Fulfilment.DELIVERY),
                        policy("B").turn(2, 1).amount(new Amount.ElderPays(0)),
                        policy("C").group("g").turn(3, 1).fixed(250));

        assertThat(told(quote)).isEqualTo("C 250, B 750; A FULFILMENT");
    }

    @Test
    void a_group_competes_at_one_side_only() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").group("g").fixed(100),
                        policy("B").group("g").side(Side.PROVIDER).fixed(900),
                        policy("C").group("g").side(Side.DELIVERY).fixed(50));

        assertThat(told(quote)).isEqualTo("A 100, B 900, C 50; ");
    }

    @Test
    void policies_of_no_group_do_not_compete_and_a_group_may_have_an_empty_name() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(100),
                        policy("B").fixed(200),
                        policy("C").group("").fixed(10),
                        policy("D").group("").fixed(20));

        assertThat(told(quote)).isEqualTo("A 100, B 200, D 20; C BEATEN");
    }

    @Test
    void who_is_cut_by_a_limit_competes_with_what_is_left() {
        var cut = policy("A").group("g").turn(1, 1).fixed(500);
        var quote =
                quote(
                        List.of(new Used("A", LimitOn.ELDER, LimitPer.MONTH, 3, Fen.of(9_800))),
                        meal(1800),
                        cut.limits(fen(LimitOn.ELDER, LimitPer.MONTH, 10_000)),
                        policy("B").group("g").turn(1, 2).fixed(201));

        assertThat(told(quote)).isEqualTo("B 201; A BEATEN");
    }

    @Test
    void members_that_are_refused_keep_their_own_reason() {
        var quote =
                quote(
                        meal(1800),
                        policy("A").group("g").limits(meals(LimitOn.ELDER, LimitPer.DAY, 0)),
                        policy("B").group("g").fixed(0),
                        policy("C").group("g").who(new Who.MinAge(100)),
                        policy("D").group("g").fixed(1));

        assertThat(told(quote)).isEqualTo("D 1; A LIMIT, B NOTHING_TO_GRANT, C WHO");
    }

    // Conditions.

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

        assertThat(told(quote(elder(), unlisted, meal(1), poor.where(far).who(new Who.MinAge(99)))))
                .isEqualTo("; P WHO");
        assertThat(told(quote(Sample.staying(stay), unlisted, meal(1), poor.who(demand))))
                .isEqualTo("; P IN_INSTITUTION");
        assertThat(told(quote(elder(), unlisted, meal(1), poor))).isEqualTo("; P WHERE");
        assertThat(told(quote(elder(), unlisted, meal(1), poor.where(here))))
                .isEqualTo("; P SITE_NOT_LISTED");
        assertThat(told(quote(elder(), listed, meal(1), poor))).isEqualTo("; P SLOT");
        assertThat(told(quote(meal(1), poor.when(onDays(List.of()))))).isEqualTo("; P DAY");
        assertThat(told(quote(meal(1), poor.when(onDays(List.of(DayOfWeek.WEDNESDAY))))))
                .isEqualTo("; P FULFILMENT");
        assertThat(told(quote(meal(1), poor.how(Fulfilment.DINE_IN)))).isEqualTo("; P BILL");
        assertThat(told(quote(meal(9000), poor))).isEqualTo("; P NO_DINER_GRANT");
        assertThat(told(quote(meal(9000), policy("A").turn(1, 1).fixed(1), poor)))
                .isEqualTo("A 1; P LIMIT");
        assertThat(told(quote(meal(9000), policy("A").turn(1, 1).fixed(1), poor.limits())))
                .isEqualTo("A 1; P NOTHING_TO_GRANT");
    }

    private static final When.CalendarDays CALENDAR_REST = When.CalendarDays.RESTDAY;
    private static final Where.Within ANYWHERE = Where.Within.ANY;
    private static final Where.Of HOUSEHOLD = Where.Of.HOUSEHOLD;

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
                        told(
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

        assertThat(told(quote(elder, site(), meal(1800), home)))
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

        assertThat(told(quote)).isEqualTo("C 300, D 300, E 300, F 300; A WHO, B IN_INSTITUTION");
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

    @ParameterizedTest
    @CsvSource({
        "STREET, 110105012, 110105012, true",
        "STREET, 110105012, 110105013, false",
        "DISTRICT, 110105012, 110105013, true",
        "DISTRICT, 110105012, 110101012, false",
        "CITY, 110105012, 110101012, true",
        "CITY, 110105012, 310101012, false",
        "ANY, 110105012, 310101012, true",
        // A shorter one stands for itself.
        "STREET, 110105, 110105012, false",
        "STREET, 110105, 110105, true",
        "STREET, 11, 11, true",
        "DISTRICT, 11, 110105012, false",
        "DISTRICT, 110105, 110105012, true",
        "DISTRICT, 110105012, 110105, true",
        "CITY, 11, 110105012, true"
    })
    void the_site_lies_as_near_to_the_elder_as_is_asked(
            Where.Within within, String elder, String site, boolean near) {
        var byHousehold = policy("A").where(where(within, Where.Of.HOUSEHOLD)).owner(elder);
        var byResidence = policy("B").where(where(within, Where.Of.RESIDENCE)).owner(elder);

        assertThat(
                        told(
                                quote(
                                        living(Household.Kind.LOCAL, elder, "990001"),
                                        siteIn(site),
                                        meal(1800),
                                        byHousehold)))
                .isEqualTo(near ? "A 300; " : "; A WHERE");
        assertThat(
                        told(
                                quote(
                                        living(Household.Kind.LOCAL, "990001", elder),
                                        siteIn(site),
                                        meal(1800),
                                        byResidence)))
                .isEqualTo(near ? "B 300; " : "; B WHERE");
    }

    @Test
    void a_site_has_a_type_a_grade_and_a_place_that_are_asked_for() {
        var chaoyang = Optional.of(List.of(new Division("110105")));
        var elsewhere = Optional.of(List.of(new Division("110101"), new Division("31")));
        var station = Optional.of(List.of(SiteType.RESTAURANT, SiteType.STATION));
        var canteen = Optional.of(List.of(SiteType.STAFF_CANTEEN));

        var quote =
                quote(
                        meal(90_000),
                        policy("A").where(sitesOf(station, chaoyang, 2)),
                        policy("B").where(sitesOf(station, elsewhere, 2)),
                        policy("C").where(sitesOf(canteen, chaoyang, 2)),
                        policy("D").where(sitesOf(station, chaoyang, 3)),
                        policy("E").where(sitesOf(Optional.of(List.of()), chaoyang, 0)),
                        policy("F").where(sitesOf(station, Optional.of(List.of()), 0)));

        assertThat(told(quote)).isEqualTo("A 300; B WHERE, C WHERE, D WHERE, E WHERE, F WHERE");
    }

    private static Where sitesOf(
            Optional<List<SiteType>> types, Optional<List<Division>> in, long grade) {
        return new Where(ANYWHERE, HOUSEHOLD, types, in, grade, true);
    }

    @ParameterizedTest
    @CsvSource({
        // A Wednesday, a Saturday, a Sunday; then the state moves them.
        "2026-11-18, , true",
        "2026-11-21, , false",
        "2026-11-22, , false",
        "2026-11-20, , true",
        "2026-11-18, false, false",
        "2026-11-21, true, true"
    })
    void working_days_follow_the_state_calendar(
            LocalDate date, @Nullable Boolean moved, boolean worked) {
        var calendar = moved == null ? Map.<LocalDate, Boolean>of() : Map.of(date, moved);
        var policies =
                Sample.all(
                        policy("R").when(days(When.CalendarDays.RESTDAY)),
                        policy("W").when(days(When.CalendarDays.WORKDAY)));

        var quote =
                SubsidyEngine.quote(
                        policies,
                        elder(),
                        site(),
                        mealOn(date, Slot.DINNER, 900),
                        List.of(),
                        0,
                        calendar);

        assertThat(told(quote)).isEqualTo(worked ? "W 300; R DAY" : "R 300; W DAY");
    }

    private static When days(When.CalendarDays days) {
        return new When(Optional.empty(), Optional.empty(), days);
    }

    @ParameterizedTest
    @CsvSource({"499, AMN", "500, AM", "501, BM", "502, B"})
    void a_bill_is_compared_with_both_bounds_included_but_for_more_than(long fen, String granted) {
        var quote =
                quote(
                        Sample.meal(fen),
                        atSide("A", new Bill(Bill.Basis.BILL, NONE, NONE, OptionalLong.of(500))),
                        atSide("B", new Bill(Bill.Basis.BILL, OptionalLong.of(500), NONE, NONE)),
                        atSide(
                                "M",
                                new Bill(
                                        Bill.Basis.BILL,
                                        NONE,
                                        OptionalLong.of(499),
                                        OptionalLong.of(501))),
                        atSide(
                                "N",
                                new Bill(Bill.Basis.REMAINING, NONE, NONE, OptionalLong.of(499))));

        assertThat(quote.grants().stream().map(Grant::code).toList())
                .containsExactlyElementsOf(granted.chars().mapToObj(Character::toString).toList());
    }

    private static Sample.Policy atSide(String code, Bill bill) {
        return policy(code).side(Side.PROVIDER).bill(bill);
    }

    @Test
    void what_remains_is_looked_at_when_the_turn_comes() {
        var remaining = new Bill(Bill.Basis.REMAINING, NONE, OptionalLong.of(700), NONE);

        var quote =
                quote(
                        meal(1000),
                        policy("A").turn(1, 1).fixed(300).bill(remaining),
                        policy("B").turn(2, 1).fixed(1).bill(remaining),
                        policy("C").turn(3, 1).fixed(1).bill(remaining));

        assertThat(told(quote)).isEqualTo("A 300, B 1; C BILL");
    }

    @Test
    void some_policies_need_a_grant_to_the_diner_before_them() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").turn(1, 1).needsDinerGrant(),
                        policy("B").turn(2, 1).fixed(0),
                        policy("C").turn(3, 1).needsDinerGrant(),
                        policy("D").turn(4, 1).fixed(1),
                        policy("E").turn(5, 1).needsDinerGrant(),
                        policy("F").side(Side.PROVIDER).needsDinerGrant());

        assertThat(told(quote))
                .isEqualTo(
                        "D 1, E 300, F 300;"
                                + " A NO_DINER_GRANT, B NOTHING_TO_GRANT, C NO_DINER_GRANT");
    }

    // Amounts.

    @ParameterizedTest
    @CsvSource({
        "DOWN, 1150, 2500, , 287",
        "HALF_UP, 1150, 2500, , 288",
        "UP, 1150, 2500, , 288",
        "HALF_UP, 1001, 2500, , 250",
        "UP, 1001, 2500, , 251",
        "UP, 1000, 2500, , 250",
        "DOWN, 1150, 2500, 287, 287",
        "UP, 1150, 2500, 287, 287",
        "DOWN, 1150, 10000, , 1150",
        "UP, 9223372036854775807, 10000, , 9223372036854775807",
        "DOWN, 9223372036854775807, 9999, , 9222449699651090329",
        "UP, 9223372036854775807, 9999, , 9222449699651090330",
        "UP, 1, 1, , 1",
        "HALF_UP, 1, 5000, , 1",
        "HALF_UP, 1, 4999, , 0"
    })
    void a_share_is_in_whole_fen(
            Amount.Rounding rounding, long bill, int points, @Nullable Long most, long share) {
        var max = most == null ? NONE : OptionalLong.of(most);
        var percent = new Amount.Percent(points, Bill.Basis.BILL, max, rounding);

        var quote = quote(meal(bill), policy("A").amount(percent));

        assertThat(told(quote))
                .isEqualTo(share == 0 ? "; A NOTHING_TO_GRANT" : "A " + share + "; ");
    }

    @Test
    void a_share_is_of_the_bill_or_of_what_remains() {
        var half = 5_000;
        var down = Amount.Rounding.DOWN;

        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(200),
                        policy("B")
                                .side(Side.PROVIDER)
                                .amount(new Amount.Percent(half, Bill.Basis.BILL, NONE, down)),
                        policy("C")
                                .side(Side.PROVIDER)
                                .amount(
                                        new Amount.Percent(
                                                half, Bill.Basis.REMAINING, NONE, down)));

        assertThat(told(quote)).isEqualTo("A 200, B 500, C 400; ");
    }

    @Test
    void the_diner_is_never_granted_more_than_remains_but_others_are() {
        var quote =
                quote(
                        meal(1000),
                        policy("A").fixed(900),
                        policy("B").fixed(300),
                        policy("C").fixed(300),
                        policy("D").side(Side.PROVIDER).fixed(5000),
                        policy("E").side(Side.DELIVERY).fixed(Long.MAX_VALUE));

        assertThat(told(quote))
                .isEqualTo("A 900, B 100, D 5000, E 9223372036854775807; C NOTHING_TO_GRANT");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"1000, A 700", "301, A 1", "300, none", "299, none"})
    void the_elder_pays_a_price_and_never_gets_money_back(long bill, String expected) {
        var quote = quote(meal(bill), policy("A").amount(new Amount.ElderPays(300)));

        assertThat(told(quote))
                .isEqualTo(expected.equals("none") ? "; A NOTHING_TO_GRANT" : expected + "; ");
    }

    @ParameterizedTest
    @EnumSource(Amount.By.class)
    void the_first_tier_that_holds_the_value_counts(Amount.By by) {
        // Born 76 years before, of care grade 2, with 4 meals that day and a bill of 1000.
        var value =
                switch (by) {
                    case AGE -> 76;
                    case CARE_GRADE -> 2;
                    case MEAL_OF_DAY -> 4 + 1;
                    case BILL -> 1000;
                };

        assertThat(granted(by, tier(value + 1, null, 9), tier(value, value, 7))).isEqualTo(7);
        assertThat(granted(by, tier(null, value, 8), tier(value + 1, null, 9))).isEqualTo(8);
        assertThat(granted(by, tier(null, value - 1, 8), tier(value, null, 9))).isEqualTo(9);
        assertThat(granted(by, tier(null, value - 1, 8), tier(value + 1, null, 9))).isZero();
        assertThat(granted(by, tier(null, null, 5), tier(value, value, 6))).isEqualTo(5);
    }

    private static Amount.Tier tier(@Nullable Integer from, @Nullable Integer to, long fen) {
        return new Amount.Tier(
                from == null ? NONE : OptionalLong.of(from),
                to == null ? NONE : OptionalLong.of(to),
                new Amount.Fixed(fen));
    }

    private static long granted(Amount.By by, Amount.Tier... tiers) {
        var policy = policy("A").amount(new Amount.Tiered(by, List.of(tiers)));
        return SubsidyEngine.quote(
                        Sample.all(policy), elder(), site(), meal(1000), List.of(), 4, Map.of())
                .granted(Side.DINER)
                .value();
    }

    // Limits.

    @Test
    void a_limit_of_meals_is_reached_when_as_many_were_granted() {
        var limited = policy("A").limits(meals(LimitOn.ELDER, LimitPer.WEEK, 5));

        assertThat(told(quote(used(LimitOn.ELDER, LimitPer.WEEK, 4, 0), meal(1800), limited)))
                .isEqualTo("A 300; ");
        assertThat(told(quote(used(LimitOn.ELDER, LimitPer.WEEK, 5, 0), meal(1800), limited)))
                .isEqualTo("; A LIMIT");
        assertThat(told(quote(used(LimitOn.ELDER, LimitPer.DAY, 5, 0), meal(1800), limited)))
                .isEqualTo("A 300; ");
        assertThat(told(quote(used(LimitOn.SITE, LimitPer.WEEK, 5, 0), meal(1800), limited)))
                .isEqualTo("A 300; ");
    }

    @ParameterizedTest
    @CsvSource({"700, 300", "701, 299", "999, 1", "1000, 0", "1001, 0", "-5, 300"})
    void a_limit_of_fen_cuts_the_grant_to_what_is_left(long usedFen, long grantedFen) {
        var limited = policy("A").limits(fen(LimitOn.PROVIDER, LimitPer.YEAR, 1000));

        var quote = quote(used(LimitOn.PROVIDER, LimitPer.YEAR, 9, usedFen), meal(1800), limited);

        assertThat(told(quote)).isEqualTo(grantedFen == 0 ? "; A LIMIT" : "A " + grantedFen + "; ");
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

        assertThat(told(quote(meal(1800), limited))).isEqualTo("A 250; ");
        assertThat(told(quote(used(LimitOn.SITE, LimitPer.SLOT, 40, 0), meal(1800), limited)))
                .isEqualTo("; A LIMIT");
        assertThat(told(quote(used(LimitOn.SITE, LimitPer.DAY, 1, 200), meal(1800), limited)))
                .isEqualTo("A 70; ");
    }

    @Test
    void what_another_policy_granted_does_not_count() {
        var used = List.of(new Used("B", LimitOn.ELDER, LimitPer.DAY, 1, Fen.of(300)));

        assertThat(
                        told(
                                quote(
                                        used,
                                        meal(1800),
                                        policy("A").limits(meals(LimitOn.ELDER, LimitPer.DAY, 1)))))
                .isEqualTo("A 300; ");
    }

    private static List<Used> used(LimitOn on, LimitPer per, long meals, long fen) {
        return List.of(new Used("A", on, per, meals, Fen.of(fen)));
    }

    // Funding.

    @Test
    void a_grant_is_split_by_weight_and_nothing_of_0_fen_is_told() {
        var quote =
                quote(
                        meal(1800),
                        policy("A")
                                .fixed(2)
                                .funding("11", "1", "CHARITY:x", "1", "PROVIDER", "1", "11", "1"),
                        policy("B").fixed(7).funding("11", "1", "11", "1"));

        assertThat(quote.grants().get(0).funding())
                .containsExactly(part("11", 1), part("CHARITY:x", 1));
        assertThat(quote.grants().get(1).funding()).containsExactly(part("11", 4), part("11", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSEHOLD, 110105012, 110105012, 110105, 11",
        "RESIDENCE, 310101001, 310101001, 310101, 31",
        "HOUSEHOLD, 110105, 110105, 110105, 11",
        "HOUSEHOLD, 1101, 1101, 1101, 11"
    })
    void placeholders_name_the_elders_division(
            Where.Of of, String division, String street, String district, String city) {
        var elder =
                of == Where.Of.HOUSEHOLD
                        ? living(Household.Kind.LOCAL, division, "440106003")
                        : living(Household.Kind.LOCAL, "440106003", division);
        var policy =
                policy("A")
                        .fixed(6)
                        .where(where(ANYWHERE, of))
                        .funding("STREET", "1", "DISTRICT", "2", "CITY", "3");

        var quote = quote(elder, site(), meal(1800), policy);

        assertThat(quote.grants().getFirst().funding())
                .containsExactly(part(street, 1), part(district, 2), part(city, 3));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    // What is asked of the writer of orders.

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

    @Test
    void goods_beside_the_meal_are_paid_in_full() {
        var meal = new MealFacts(DATE, Slot.LUNCH, Fulfilment.DINE_IN, Fen.of(3000), Fen.of(200));

        var quote = quote(meal, policy("A"));

        assertThat(told(quote)).isEqualTo("A 200; ");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.of(3000 - 200));
    }
}
