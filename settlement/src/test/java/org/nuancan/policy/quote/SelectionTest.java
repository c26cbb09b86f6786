package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.quote.Sample.DATE;
import static org.nuancan.policy.quote.Sample.elder;
import static org.nuancan.policy.quote.Sample.living;
import static org.nuancan.policy.quote.Sample.meal;
import static org.nuancan.policy.quote.Sample.mealOn;
import static org.nuancan.policy.quote.Sample.policy;
import static org.nuancan.policy.quote.Sample.quote;
import static org.nuancan.policy.quote.Sample.site;
import static org.nuancan.policy.quote.Sample.siteIn;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Slot;

/// The selection of policies for a meal.
final class SelectionTest {

    @Test
    void the_version_whose_days_hold_the_service_date_is_used() {
        var old = policy("A").inForce("2022-01-01", "2026-11-17").fixed(100);
        var current = policy("A").version(2).inForce("2026-11-18", "2026-11-18").fixed(200);
        var next = policy("A").version(3).inForce("2026-11-19", "2030-01-01").fixed(300);

        assertThat(QuoteLine.of(quote(meal(1800), old, current, next))).isEqualTo("A 200; ");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        mealOn(DATE.minusDays(1), Slot.LUNCH, 1800),
                                        old,
                                        current,
                                        next)))
                .isEqualTo("A 100; ");
        assertThat(
                        QuoteLine.of(
                                quote(
                                        mealOn(DATE.plusDays(1), Slot.LUNCH, 1800),
                                        old,
                                        current,
                                        next)))
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

        assertThat(QuoteLine.of(quote)).isEqualTo("A 1000; ");
        assertThat(quote.grants().getFirst().version()).isEqualTo(10);
    }

    @Test
    void an_older_version_does_not_replace_a_newer_one_of_another_owner() {
        var quote = quote(meal(1800), policy("A"), policy("A").version(2).owner("31"));

        assertThat(QuoteLine.of(quote)).isEqualTo("; ");
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

        assertThat(QuoteLine.of(quote)).isEqualTo(concerned ? "A 300; " : "; ");
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
    void only_elders_active_on_the_service_date_get_grants(
            ElderStatus status, @Nullable LocalDate deceasedOn, boolean active) {
        var elder = Sample.with(status, Optional.ofNullable(deceasedOn));

        var quote =
                quote(elder, site(), meal(1800), policy("B").turn(1, 1), policy("A").fixed(100));

        assertThat(QuoteLine.of(quote))
                .isEqualTo(active ? "B 300, A 100; " : "; A ELDER_NOT_ACTIVE, B ELDER_NOT_ACTIVE");
        assertThat(quote.elderPaysFen()).isEqualTo(Fen.of(active ? 1800 - 100 - 300 : 1800));
    }
}
