package org.nuancan.policy.quote;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.nuancan.money.Fen;
import org.nuancan.policy.Amount;
import org.nuancan.policy.Conditions;
import org.nuancan.policy.Funding;
import org.nuancan.policy.Limit;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.Payer;
import org.nuancan.policy.Period;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.PolicyName;
import org.nuancan.policy.Precedence;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.When;
import org.nuancan.policy.Where;
import org.nuancan.policy.Who;
import org.nuancan.policy.document.CaseFacts;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.fact.Stay;

/// Policies and facts of every kind, from ordinary to absurd.
final class AnyPolicy {

    private static final LocalDate DATE = Sample.DATE;

    private AnyPolicy() {}

    /// Policies of different codes and versions.
    static Arbitrary<List<SubsidyPolicy>> policies() {
        return policy().list().ofMaxSize(8).uniqueElements(SubsidyPolicy::id);
    }

    /// Policies in one version each.
    static Arbitrary<List<SubsidyPolicy>> policiesOfDifferentCodes() {
        return policy().list().ofMaxSize(8).uniqueElements(SubsidyPolicy::code);
    }

    static Arbitrary<CaseFacts> facts() {
        var used =
                Combinators.combine(
                                codes(),
                                Arbitraries.of(LimitOn.class),
                                Arbitraries.of(LimitPer.class),
                                number(),
                                number().map(Fen::of))
                        .as(Used::new);
        return Combinators.combine(
                        elder(),
                        site(),
                        meal(),
                        used.list().ofMaxSize(6),
                        number(),
                        Arbitraries.maps(dates(), Arbitraries.of(true, false)).ofMaxSize(3))
                .as(CaseFacts::new);
    }

    private static Arbitrary<String> codes() {
        return Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
    }

    private static Arbitrary<SubsidyPolicy> policy() {
        var id =
                Combinators.combine(codes(), Arbitraries.integers().between(1, 3))
                        .as(PolicyId::new);
        var turn =
                Combinators.combine(
                                Arbitraries.of(
                                        Side.DINER, Side.DINER, Side.PROVIDER, Side.DELIVERY),
                                Arbitraries.of("g", "h").optional(0.5),
                                Arbitraries.longs().between(1, 3),
                                Arbitraries.longs().between(1, 3))
                        .as(Precedence::new);
        return Combinators.combine(
                        id,
                        Arbitraries.of("11", "110105", "31", "99").map(Division::new),
                        period(),
                        turn,
                        conditions(),
                        amount(),
                        limits(),
                        funding())
                .as(AnyPolicy::policy);
    }

    private static SubsidyPolicy policy(
            PolicyId id,
            Division owner,
            Period period,
            Precedence turn,
            Conditions conditions,
            Amount amount,
            List<Limit> limits,
            List<Funding> funding) {
        var name = new PolicyName(id.code(), id.code());
        return new SubsidyPolicy(
                id, name, owner, period, turn, conditions, amount, limits, funding);
    }

    private static Arbitrary<Period> period() {
        return Arbitraries.of(
                new Period(LocalDate.MIN, Optional.empty()),
                new Period(LocalDate.MIN, Optional.of(DATE)),
                new Period(DATE, Optional.empty()),
                new Period(DATE, Optional.of(LocalDate.MAX)),
                new Period(LocalDate.MIN, Optional.of(LocalDate.MAX)));
    }

    private static Arbitrary<Conditions> conditions() {
        return Combinators.combine(
                        who().list().ofMaxSize(2),
                        where(),
                        when(),
                        sometimes(Fulfilment.class),
                        bill().optional(0.3),
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(5, false)))
                .as(Conditions::new);
    }

    private static Arbitrary<Who> who() {
        Arbitrary<Who.Demand> demand =
                Arbitraries.oneOf(
                        List.of(
                                number().map(Who.MinAge::new),
                                number().map(Who.MaxAge::new),
                                Arbitraries.of(Household.Kind.class).map(Who.HouseholdKind::new),
                                divisions().list().ofMaxSize(2).map(Who.HouseholdIn::new),
                                divisions().list().ofMaxSize(2).map(Who.ResidenceIn::new),
                                some(Category.class).map(Who.AnyCategory::new),
                                some(Category.class).map(Who.AllCategories::new),
                                some(Category.class).map(Who.NoCategory::new),
                                number().map(Who.MinCareGrade::new),
                                number().map(Who.MaxCareGrade::new),
                                Arbitraries.of(true, false).map(Who.NotInInstitution::new)));
        return demand.list().ofMaxSize(2).map(Who::new);
    }

    private static Arbitrary<Where> where() {
        return Combinators.combine(
                        Arbitraries.of(Where.Within.class),
                        Arbitraries.of(Where.Of.class),
                        sometimes(SiteType.class),
                        divisions().list().ofMaxSize(2).optional(0.2),
                        Arbitraries.of(0L, 0L, 2L, 5L),
                        Arbitraries.of(true, false))
                .as(Where::new);
    }

    private static Arbitrary<When> when() {
        return Combinators.combine(
                        sometimes(Slot.class),
                        sometimes(DayOfWeek.class),
                        Arbitraries.of(When.CalendarDays.class))
                .as(When::new);
    }

    private static Arbitrary<Bill> bill() {
        return Combinators.combine(Arbitraries.of(Bill.Basis.class), bound(), bound(), bound())
                .as(Bill::new);
    }

    private static Arbitrary<Amount.Plain> plain() {
        return Arbitraries.oneOf(
                List.of(
                        fen().map(Amount.Fixed::new),
                        fen().map(Amount.ElderPays::new),
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 10_000),
                                        Arbitraries.of(Bill.Basis.class),
                                        bound(),
                                        Arbitraries.of(Amount.Rounding.class))
                                .as(Amount.Percent::new)));
    }

    private static Arbitrary<Amount> amount() {
        var tier =
                Combinators.combine(anyBound(), anyBound(), plain())
                        .as(Amount.Tier::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3);
        return Arbitraries.oneOf(
                List.of(
                        plain(),
                        Combinators.combine(Arbitraries.of(Amount.By.class), tier)
                                .as(Amount.Tiered::new)));
    }

    private static Arbitrary<List<Limit>> limits() {
        var limit =
                Combinators.combine(
                                Arbitraries.of(LimitOn.class),
                                Arbitraries.of(LimitPer.class),
                                Arbitraries.longs().between(0, 4),
                                fen(),
                                Arbitraries.integers().between(0, 2))
                        .as(AnyPolicy::limit);
        return limit.list()
                .ofMaxSize(3)
                .uniqueElements(limited -> limited.on().name() + limited.per());
    }

    private static Limit limit(LimitOn on, LimitPer per, long meals, long fen, int kind) {
        return new Limit(
                on,
                per,
                kind == 0 ? OptionalLong.empty() : OptionalLong.of(meals),
                kind == 1 ? OptionalLong.empty() : OptionalLong.of(fen));
    }

    private static Arbitrary<List<Funding>> funding() {
        var payers =
                Arbitraries.of("11", "110105", "PROVIDER", "CHARITY:x", "STREET", "DISTRICT")
                        .map(text -> Payer.named(text).orElseThrow());
        var weights =
                Arbitraries.oneOf(
                        List.of(
                                Arbitraries.longs().between(1, 5),
                                Arbitraries.longs().between(1, Long.MAX_VALUE)));
        return Combinators.combine(payers, weights)
                .as(Funding::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<ElderFacts> elder() {
        var household =
                Combinators.combine(Arbitraries.of(Household.Kind.class), divisions())
                        .as(Household::new);
        var stay = Combinators.combine(dates(), dates().optional(0.5)).as(Stay::new);
        var status =
                Arbitraries.frequency(
                        Tuple.of(8, ElderStatus.ACTIVE),
                        Tuple.of(1, ElderStatus.SUSPENDED),
                        Tuple.of(1, ElderStatus.DECEASED));
        Arbitrary<Set<Category>> categories =
                some(Category.class).map(all -> all.stream().collect(Collectors.toSet()));
        return Combinators.combine(
                        dates(),
                        household,
                        divisions(),
                        categories,
                        Arbitraries.of(0, 2, 6, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        stay.list().ofMaxSize(2),
                        status,
                        dates().optional(0.1))
                .as(ElderFacts::new);
    }

    private static Arbitrary<SiteFacts> site() {
        return Combinators.combine(
                        divisions(),
                        Arbitraries.of(SiteType.class),
                        Arbitraries.of(0, 2, 5, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        Arbitraries.of(true, true, false))
                .as(SiteFacts::new);
    }

    private static Arbitrary<MealFacts> meal() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(DATE)), Tuple.of(1, dates())),
                        Arbitraries.of(Slot.class),
                        Arbitraries.of(Fulfilment.class),
                        fen(),
                        fen())
                .as(AnyPolicy::meal);
    }

    private static MealFacts meal(LocalDate date, Slot slot, Fulfilment how, long one, long two) {
        return new MealFacts(
                date, slot, how, Fen.of(Math.max(one, two)), Fen.of(Math.min(one, two)));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.of(
                DATE,
                DATE.minusDays(1),
                DATE.plusDays(1),
                LocalDate.of(1950, 3, 2),
                LocalDate.of(1944, 2, 29),
                LocalDate.MIN,
                LocalDate.MAX);
    }

    private static Arbitrary<Division> divisions() {
        return Arbitraries.of("110105012", "110105013", "110101001", "110105", "11", "310101001")
                .map(Division::new);
    }

    /// A small number, or any number.
    private static Arbitrary<Long> number() {
        return Arbitraries.oneOf(
                List.of(
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs(),
                        Arbitraries.of(Long.MIN_VALUE, -1L, Long.MAX_VALUE)));
    }

    /// 0 or more: an ordinary price, or any amount.
    static Arbitrary<Long> fen() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 3_000)),
                Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE)),
                Tuple.of(1, Arbitraries.of(0L, 1L, Long.MAX_VALUE)));
    }

    private static Arbitrary<OptionalLong> bound() {
        return fen().optional(0.5).map(AnyPolicy::optional);
    }

    private static Arbitrary<OptionalLong> anyBound() {
        return number().optional(0.5).map(AnyPolicy::optional);
    }

    private static OptionalLong optional(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static <E extends Enum<E>> Arbitrary<Optional<List<E>>> sometimes(Class<E> type) {
        return Arbitraries.of(type).list().ofMaxSize(3).optional(0.2);
    }

    private static <E extends Enum<E>> Arbitrary<List<E>> some(Class<E> type) {
        return Arbitraries.of(type).list().ofMaxSize(3);
    }

    /// Meals without earlier use, for sequences of meals.
    static Arbitrary<List<MealFacts>> mealsOfAMonth() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(Slot.class),
                        Arbitraries.longs().between(0, 3_000))
                .as((day, slot, fen) -> Sample.mealOn(DATE.plusDays(day), slot, fen))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
