package org.nuancan.policy.quote;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

/// Ordinary facts and policies; a test changes only the parts that matter to it.
public final class Sample {

    /// A Wednesday.
    public static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    static final Division STREET = new Division("110105012");

    private Sample() {}

    static ElderFacts elder() {
        return aged("1950-03-02");
    }

    static ElderFacts aged(String birthDate) {
        return new ElderFacts(
                LocalDate.parse(birthDate),
                new Household(Household.Kind.LOCAL, STREET),
                STREET,
                Set.of(Category.DISABLED),
                2,
                List.of(),
                ElderStatus.ACTIVE,
                Optional.empty());
    }

    static ElderFacts with(ElderStatus status, Optional<LocalDate> deceasedOn) {
        var elder = elder();
        return new ElderFacts(
                elder.birthDate(),
                elder.household(),
                elder.residenceDivision(),
                elder.categories(),
                elder.careGrade(),
                elder.stays(),
                status,
                deceasedOn);
    }

    static ElderFacts staying(Stay... stays) {
        var elder = elder();
        return new ElderFacts(
                elder.birthDate(),
                elder.household(),
                elder.residenceDivision(),
                elder.categories(),
                elder.careGrade(),
                Arrays.asList(stays),
                elder.status(),
                elder.deceasedOn());
    }

    static ElderFacts living(Household.Kind kind, String household, String residence) {
        var elder = elder();
        return new ElderFacts(
                elder.birthDate(),
                new Household(kind, new Division(household)),
                new Division(residence),
                elder.categories(),
                elder.careGrade(),
                elder.stays(),
                elder.status(),
                elder.deceasedOn());
    }

    static SiteFacts site() {
        return siteIn(STREET.code());
    }

    static SiteFacts siteIn(String division) {
        return new SiteFacts(new Division(division), SiteType.STATION, 2, true);
    }

    static MealFacts meal(long billFen) {
        return mealOn(DATE, Slot.LUNCH, billFen);
    }

    static MealFacts mealOn(LocalDate date, Slot slot, long billFen) {
        var fen = Fen.of(billFen);
        return new MealFacts(date, slot, Fulfilment.DINE_IN, fen, fen);
    }

    public static Policy policy(String code) {
        return new Policy(code);
    }

    static Quote quote(MealFacts meal, Policy... policies) {
        return quote(elder(), site(), meal, policies);
    }

    static Quote quote(ElderFacts elder, SiteFacts site, MealFacts meal, Policy... policies) {
        return SubsidyEngine.quote(all(policies), elder, site, meal, List.of(), 0, Map.of());
    }

    static Quote quote(List<Used> used, MealFacts meal, Policy... policies) {
        return SubsidyEngine.quote(all(policies), elder(), site(), meal, used, 0, Map.of());
    }

    static List<SubsidyPolicy> all(Policy... policies) {
        return Arrays.stream(policies).map(Policy::build).toList();
    }

    static Limit meals(LimitOn on, LimitPer per, long meals) {
        return new Limit(on, per, OptionalLong.of(meals), OptionalLong.empty());
    }

    static Limit fen(LimitOn on, LimitPer per, long fen) {
        return new Limit(on, per, OptionalLong.empty(), OptionalLong.of(fen));
    }

    static Where where(Where.Within within, Where.Of of) {
        return new Where(within, of, Optional.empty(), Optional.empty(), 0, false);
    }

    /// A policy for all elders that gives the diner 3 yuan; the methods replace its parts.
    public static final class Policy {

        private PolicyId id;
        private Division owner = new Division("11");
        private Period period = new Period(LocalDate.of(2022, 4, 1), Optional.empty());
        private Side side = Side.DINER;
        private Optional<String> group = Optional.empty();
        private long stage = 10;
        private long priority = 100;
        private List<Who> who = List.of();
        private Where where = where(Where.Within.ANY, Where.Of.HOUSEHOLD);
        private When when = new When(Optional.empty(), Optional.empty(), When.CalendarDays.ANY);
        private Optional<List<Fulfilment>> how = Optional.empty();
        private Optional<Bill> bill = Optional.empty();
        private boolean needsDinerGrant;
        private Amount amount = new Amount.Fixed(300);
        private List<Limit> limits = List.of();
        private List<Funding> funding = List.of(new Funding(payer("11"), 1));

        private Policy(String code) {
            id = new PolicyId(code, 1);
        }

        private static Payer payer(String text) {
            return Payer.named(text).orElseThrow();
        }

        public Policy version(int version) {
            id = new PolicyId(id.code(), version);
            return this;
        }

        public Policy owner(String division) {
            owner = new Division(division);
            return this;
        }

        public Policy inForce(String from, String to) {
            period = new Period(LocalDate.parse(from), Optional.of(LocalDate.parse(to)));
            return this;
        }

        Policy side(Side newSide) {
            side = newSide;
            return this;
        }

        Policy group(String name) {
            group = Optional.of(name);
            return this;
        }

        Policy turn(long newStage, long newPriority) {
            stage = newStage;
            priority = newPriority;
            return this;
        }

        Policy who(Who.Demand... demands) {
            who = new java.util.ArrayList<>(who);
            who.add(new Who(Arrays.asList(demands)));
            return this;
        }

        Policy where(Where newWhere) {
            where = newWhere;
            return this;
        }

        static Where where(Where.Within within, Where.Of of) {
            return Sample.where(within, of);
        }

        Policy when(When newWhen) {
            when = newWhen;
            return this;
        }

        Policy how(Fulfilment... ways) {
            how = Optional.of(Arrays.asList(ways));
            return this;
        }

        Policy bill(Bill newBill) {
            bill = Optional.of(newBill);
            return this;
        }

        Policy needsDinerGrant() {
            needsDinerGrant = true;
            return this;
        }

        Policy amount(Amount newAmount) {
            amount = newAmount;
            return this;
        }

        Policy fixed(long fen) {
            return amount(new Amount.Fixed(fen));
        }

        Policy limits(Limit... newLimits) {
            limits = Arrays.asList(newLimits);
            return this;
        }

        Policy funding(String... payersAndWeights) {
            var entries = new java.util.ArrayList<Funding>();
            for (var i = 0; i < payersAndWeights.length; i += 2) {
                entries.add(
                        new Funding(
                                payer(payersAndWeights[i]),
                                Long.parseLong(payersAndWeights[i + 1])));
            }
            funding = entries;
            return this;
        }

        public SubsidyPolicy build() {
            return new SubsidyPolicy(
                    id,
                    new PolicyName(id.code(), id.code()),
                    owner,
                    period,
                    new Precedence(side, group, stage, priority),
                    new Conditions(who, where, when, how, bill, needsDinerGrant),
                    amount,
                    limits,
                    funding);
        }
    }
}
