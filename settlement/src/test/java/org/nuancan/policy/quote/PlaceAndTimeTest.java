package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.elder;
import static org.nuancan.policy.quote.Sample.fen;
import static org.nuancan.policy.quote.Sample.living;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.mealOn;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;
import static org.nuancan.policy.quote.Sample.site;
import static org.nuancan.policy.quote.Sample.siteIn;
import static org.nuancan.policy.quote.Sample.where;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.policy.Side;
import org.nuancan.policy.When;
import org.nuancan.policy.Where;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;

/// The sites, days and bills for which a policy grants.
final class PlaceAndTimeTest {

    private static final OptionalLong NONE = OptionalLong.empty();
    private static final Where.Within ANYWHERE = Where.Within.ANY;
    private static final Where.Of HOUSEHOLD = Where.Of.HOUSEHOLD;

    @ParameterizedTest
    @CsvSource({
        "STREET, 110105012, 110105012, true",
        "STREET, 110105012, 110105013, false",
        "DISTRICT, 110105012, 110105013, true",
        "DISTRICT, 110105012, 110101012, false",
        "CITY, 110105012, 110101012, true",
        "CITY, 110105012, 310101012, false",
        "ANY, 110105012, 310101012, true",
        // A shorter code matches only itself.
        "STREET, 110105, 110105012, false",
        "STREET, 110105, 110105, true",
        "STREET, 11, 11, true",
        "DISTRICT, 11, 110105012, false",
        "DISTRICT, 110105, 110105012, true",
        "DISTRICT, 110105012, 110105, true",
        "CITY, 11, 110105012, true"
    })
    void the_site_is_as_near_to_the_elder_as_the_policy_requires(
            Where.Within within, String elder, String site, boolean near) {
        var byHousehold = policy("A").where(where(within, Where.Of.HOUSEHOLD)).owner(elder);
        var byResidence = policy("B").where(where(within, Where.Of.RESIDENCE)).owner(elder);

        assertThat(
                        QuoteLine.of(
                                quote(
                                        living(Household.Kind.LOCAL, elder, "990001"),
                                        siteIn(site),
                                        meal(1800),
                                        byHousehold)))
                .isEqualTo(near ? "A 300; " : "; A WHERE");
        assertThat(
                        QuoteLine.of(
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

        assertThat(QuoteLine.of(quote))
                .isEqualTo("A 300; B WHERE, C WHERE, D WHERE, E WHERE, F WHERE");
    }

    private static Where sitesOf(
            Optional<List<SiteType>> types, Optional<List<Division>> in, long grade) {
        return new Where(ANYWHERE, HOUSEHOLD, types, in, grade, true);
    }

    @ParameterizedTest
    @CsvSource({
        // A Wednesday, a Saturday, a Sunday; then days that the state calendar has moved.
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

        assertThat(QuoteLine.of(quote)).isEqualTo(worked ? "W 300; R DAY" : "R 300; W DAY");
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
    void the_remaining_bill_is_compared_at_the_turn_of_the_policy() {
        var remaining = new Bill(Bill.Basis.REMAINING, NONE, OptionalLong.of(700), NONE);

        var quote =
                quote(
                        meal(1000),
                        policy("A").turn(1, 1).fixed(300).bill(remaining),
                        policy("B").turn(2, 1).fixed(1).bill(remaining),
                        policy("C").turn(3, 1).fixed(1).bill(remaining));

        assertThat(QuoteLine.of(quote)).isEqualTo("A 300, B 1; C BILL");
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

        assertThat(QuoteLine.of(quote))
                .isEqualTo(
                        "D 1, E 300, F 300;"
                                + " A NO_DINER_GRANT, B NOTHING_TO_GRANT, C NO_DINER_GRANT");
    }
}
