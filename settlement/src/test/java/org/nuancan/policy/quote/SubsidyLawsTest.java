package org.nuancan.policy.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.nuancan.money.Fen;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.Precedence;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.CaseFacts;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;
import org.nuancan.policy.fact.MealFacts;

/// Properties of all policies and all facts, including absurd ones: none of these may throw.
final class SubsidyLawsTest {

    @Provide
    static Arbitrary<List<SubsidyPolicy>> policies() {
        return AnyPolicy.policies();
    }

    @Provide
    static Arbitrary<List<SubsidyPolicy>> oneVersionEach() {
        return AnyPolicy.policiesOfDifferentCodes();
    }

    @Provide
    static Arbitrary<CaseFacts> facts() {
        return AnyPolicy.facts();
    }

    @Provide
    static Arbitrary<List<MealFacts>> meals() {
        return AnyPolicy.mealsOfAMonth();
    }

    @Provide
    static Arbitrary<Random> randoms() {
        return Arbitraries.randomValue(random -> new Random(random.nextLong()));
    }

    @Property
    void every_grant_is_above_0_and_its_parts_add_up(
            @ForAll("policies") List<SubsidyPolicy> policies, @ForAll("facts") CaseFacts facts) {
        for (var grant : facts.quote(policies).grants()) {
            assertThat(grant.fen().isPositive()).isTrue();
            assertThat(grant.funding()).allMatch(part -> part.fen().isPositive());
            assertThat(Fen.sum(grant.funding().stream().map(FundingPart::fen).toList()))
                    .isEqualTo(grant.fen());
        }
    }

    @Property
    void the_diner_is_granted_no_more_than_the_bill_and_pays_the_rest_of_the_gross(
            @ForAll("policies") List<SubsidyPolicy> policies, @ForAll("facts") CaseFacts facts) {
        var quote = facts.quote(policies);

        assertThat(quote.granted(Side.DINER)).isLessThanOrEqualTo(quote.billFen());
        assertThat(quote.elderPaysFen().plus(quote.granted(Side.DINER)))
                .isEqualTo(quote.grossFen());
        assertThat(quote.elderPaysFen().isNegative()).isFalse();
    }

    @Property
    void each_policy_that_applies_is_either_granted_or_refused_and_no_other(
            @ForAll("policies") List<SubsidyPolicy> policies, @ForAll("facts") CaseFacts facts) {
        var quote = facts.quote(policies);

        var decided = new ArrayList<PolicyId>();
        quote.grants().forEach(grant -> decided.add(new PolicyId(grant.code(), grant.version())));
        quote.refusals().forEach(no -> decided.add(new PolicyId(no.code(), no.version())));
        var applicable =
                SubsidyEngine.applicable(policies, facts.elder(), facts.site(), facts.meal());
        assertThat(decided)
                .containsExactlyInAnyOrderElementsOf(
                        applicable.stream().map(SubsidyPolicy::id).toList());
        assertThat(quote.refusals().stream().map(Refusal::code)).isSorted();
    }

    @Property
    void at_most_one_of_a_group_is_granted_at_a_side(
            @ForAll("oneVersionEach") List<SubsidyPolicy> policies,
            @ForAll("facts") CaseFacts facts) {
        var seen = new TreeSet<String>();
        for (var grant : facts.quote(policies).grants()) {
            var turn =
                    policies.stream()
                            .filter(policy -> policy.code().equals(grant.code()))
                            .findFirst()
                            .orElseThrow()
                            .turn();
            turn.group().ifPresent(group -> assertThat(seen.add(turn.side() + group)).isTrue());
        }
    }

    @Property
    void the_order_of_the_list_does_not_matter_and_the_same_facts_give_the_same_quote(
            @ForAll("policies") List<SubsidyPolicy> policies,
            @ForAll("facts") CaseFacts facts,
            @ForAll("randoms") Random random) {
        var shuffled = new ArrayList<>(policies);
        Collections.shuffle(shuffled, random);

        assertThat(facts.quote(shuffled)).isEqualTo(facts.quote(policies));
    }

    @Property
    void a_policy_of_no_group_that_cannot_be_granted_changes_no_grant(
            @ForAll("policies") List<SubsidyPolicy> policies,
            @ForAll("facts") CaseFacts facts,
            @ForAll("policies") @Size(min = 1) List<SubsidyPolicy> others) {
        var more = new ArrayList<>(policies);
        for (var other : others) {
            more.add(neverGranted(other));
        }

        assertThat(facts.quote(more).grants()).isEqualTo(facts.quote(policies).grants());
    }

    private static SubsidyPolicy neverGranted(SubsidyPolicy policy) {
        var none =
                new Limit(LimitOn.ELDER, LimitPer.EVER, OptionalLong.empty(), OptionalLong.of(0));
        var turn =
                new Precedence(
                        policy.side(),
                        java.util.Optional.empty(),
                        policy.turn().stage(),
                        policy.turn().priority());
        return new SubsidyPolicy(
                new PolicyId("never-" + policy.code(), policy.version()),
                policy.name(),
                policy.owner(),
                policy.period(),
                turn,
                policy.conditions(),
                policy.amount(),
                List.of(none),
                policy.funding());
    }

    @Property
    void only_amounts_used_in_the_windows_of_the_quote_matter(
            @ForAll("policies") List<SubsidyPolicy> policies, @ForAll("facts") CaseFacts facts) {
        if (facts.meal().serviceDate().getYear() < 1000
                || facts.meal().serviceDate().getYear() > 9999) {
            return;
        }
        var windows =
                SubsidyEngine.windows(
                        policies, facts.elder(), facts.site(), facts.meal(), facts.calendar());
        var thatMatter =
                facts.used().stream()
                        .filter(used ->
                                windows.stream()
                                        .anyMatch(window ->
                                                window.code().equals(used.code())
                                                        && window.on() == used.on()
                                                        && window.per() == used.per()))
                        .toList();
        var looked =
                new CaseFacts(
                        facts.elder(),
                        facts.site(),
                        facts.meal(),
                        thatMatter,
                        facts.mealsThatDay(),
                        facts.calendar());

        assertThat(looked.quote(policies)).isEqualTo(facts.quote(policies));
    }

    @Property(tries = 300)
    void limits_are_never_passed_by_a_sequence_of_meals(
            @ForAll("oneVersionEach") List<SubsidyPolicy> policies,
            @ForAll("meals") List<MealFacts> meals) {
        var granted = new ArrayList<Granted>();
        for (var meal : meals) {
            var windows =
                    SubsidyEngine.windows(policies, Sample.elder(), Sample.site(), meal, Map.of());
            var used = windows.stream().map(window -> used(window, granted)).toList();
            var quote =
                    SubsidyEngine.quote(
                            policies, Sample.elder(), Sample.site(), meal, used, 0, Map.of());
            quote.grants().forEach(grant -> granted.add(new Granted(grant, meal)));
        }

        for (var policy : policies) {
            for (var limit : policy.limits()) {
                for (var meal : meals) {
                    var window =
                            LimitWindow.of(policy.code(), limit, meal.serviceDate(), meal.slot());
                    var used = used(window, granted);
                    limit.meals()
                            .ifPresent(most -> assertThat(used.meals()).isLessThanOrEqualTo(most));
                    limit.fen()
                            .ifPresent(most ->
                                    assertThat(used.fen().value()).isLessThanOrEqualTo(most));
                }
            }
        }
    }

    /// A grant and its meal.
    private record Granted(Grant grant, MealFacts meal) {}

    private static Used used(LimitWindow window, List<Granted> granted) {
        var meals = 0L;
        // Grants to providers have no upper bound except the range of a long.
        var fen = java.math.BigInteger.ZERO;
        for (var earlier : granted) {
            if (earlier.grant().code().equals(window.code())
                    && window.holds(earlier.meal().serviceDate(), earlier.meal().slot())) {
                meals++;
                fen = fen.add(java.math.BigInteger.valueOf(earlier.grant().fen().value()));
            }
        }
        var largest = java.math.BigInteger.valueOf(Long.MAX_VALUE);
        return new Used(
                window.code(),
                window.on(),
                window.per(),
                meals,
                Fen.of(fen.min(largest).longValueExact()));
    }

    @Property
    void a_written_policy_is_read_back(@ForAll("policies") List<SubsidyPolicy> policies) {
        for (var policy : policies) {
            var reading = PolicyDocument.read(PolicyDocument.write(policy), "");
            switch (reading) {
                case Reading.Parsed<SubsidyPolicy>(var again) ->
                        assertThat(PolicyDocument.parse(PolicyDocument.text(again)))
                                .isEqualTo(again);
                // Absurd policies have faults, and finding them does not throw.
                case Reading.Malformed<SubsidyPolicy>(var faults) ->
                        assertThat(faults).isNotEmpty();
            }
        }
    }
}
