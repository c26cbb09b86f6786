package org.nuancan.policy.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;
import org.nuancan.text.TextRule;

/// Reads one policy.
///
/// A faulty value is noted and replaced by a valid one, so that reading goes on and finds the other
/// faults. The caller discards the policy if there is any fault.
final class PolicyReader {

    private static final Division NOWHERE = new Division("00");

    private static final TextRule NAME = TextRule.name(100);

    // Longer than the 64 characters of a stored policy's code, since a case may name other
    // policies.
    private static final TextRule CODE = TextRule.words(200);

    private static final int MOST_ALTERNATIVES = 50;
    private static final int MOST_PAYERS = 50;
    private static final long MOST_LIMIT_FEN = 10_000_000_000_000L;
    private static final long MOST_WEIGHT = 1_000_000;

    private PolicyReader() {}

    static Optional<SubsidyPolicy> read(Spot spot) {
        return spot.fields().map(PolicyReader::read);
    }

    /// Code and version, if they are valid; notes no faults.
    static Optional<PolicyId> id(Spot spot) {
        var ignored = new ArrayList<Fault>();
        var fields = new Spot(spot.node(), spot.pointer(), ignored).fields();
        var code = fields.flatMap(all -> all.required("code")).flatMap(Spot::textThatIsNotEmpty);
        var version = fields.flatMap(all -> all.required("version")).map(PolicyReader::version);
        return code.isPresent() && version.isPresent() && ignored.isEmpty()
                ? Optional.of(new PolicyId(code.get(), version.get()))
                : Optional.empty();
    }

    private static SubsidyPolicy read(Fields fields) {
        var code = fields.required("code").flatMap(PolicyReader::code).orElse("");
        var version = fields.required("version").map(PolicyReader::version).orElse(0);
        var name = fields.required("name").flatMap(Spot::fields).map(PolicyReader::name);
        var owner = fields.required("owner").flatMap(Spot::division).orElse(NOWHERE);
        var period = period(fields);
        var side = fields.required("side").flatMap(spot -> spot.choice(Side.class));
        // Reserved: no value is defined yet.
        fields.nullable("payee")
                .ifPresent(spot -> spot.note(FaultCode.VALUE_UNKNOWN, "null", "null"));
        var group = fields.nullable("group").flatMap(spot -> spot.text(NAME));
        var stage = whole(fields, "stage");
        var priority = whole(fields, "priority");
        var conditions = conditions(fields);
        var amount = fields.required("amount").flatMap(AmountReader::read);
        var limits = fields.required("limits").map(PolicyReader::limits).orElse(List.of());
        var funding = fields.required("funding").map(spot -> funding(spot, side));
        fields.refuseOthers();
        return new SubsidyPolicy(
                new PolicyId(code, version),
                name.orElseGet(() -> new PolicyName("", "")),
                owner,
                period,
                new Precedence(side.orElse(Side.DINER), group, stage, priority),
                conditions,
                amount.orElseGet(() -> new Amount.Fixed(0)),
                limits,
                funding.filter(entries -> !entries.isEmpty())
                        .orElseGet(() -> List.of(new Funding(new Payer.OfDivision(NOWHERE), 1))));
    }

    private static Optional<String> code(Spot spot) {
        return spot.textThatIsNotEmpty().filter(text -> spot.read(text, CODE).isPresent());
    }

    private static int version(Spot spot) {
        return (int) spot.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(0);
    }

    private static PolicyName name(Fields fields) {
        var zh = fields.required("zh").flatMap(spot -> spot.text(NAME)).orElse("");
        var en = fields.required("en").flatMap(spot -> spot.text(NAME)).orElse("");
        fields.refuseOthers();
        return new PolicyName(zh, en);
    }

    private static Period period(Fields fields) {
        var from = fields.required("effectiveFrom").flatMap(Spot::date);
        var to = fields.nullable("effectiveTo").flatMap(Spot::date);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fields.note("effectiveFrom", FaultCode.PERIOD_REVERSED);
            return new Period(from.get(), Optional.empty());
        }
        return new Period(from.orElse(LocalDate.MIN), to);
    }

    private static Conditions conditions(Fields fields) {
        var who =
                fields.required("who")
                        .flatMap(spot -> spot.list(MOST_ALTERNATIVES, WhoReader::read));
        var where = fields.required("where").flatMap(Spot::fields).map(PolicyReader::where);
        var when = fields.required("when").flatMap(Spot::fields).map(PolicyReader::when);
        var how = choices(fields, "how", Fulfilment.class);
        var bill = fields.nullable("bill").flatMap(Spot::fields).map(PolicyReader::bill);
        var needsDinerGrant = flag(fields, "needsDinerGrant");
        return new Conditions(
                who.orElse(List.of()),
                where.orElseGet(() ->
                        new Where(
                                Where.Within.ANY,
                                Where.Of.HOUSEHOLD,
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false)),
                when.orElseGet(
                        () -> new When(Optional.empty(), Optional.empty(), When.CalendarDays.ANY)),
                how,
                bill,
                needsDinerGrant);
    }

    private static Where where(Fields fields) {
        var within = fields.required("within").flatMap(spot -> spot.choice(Where.Within.class));
        var of = fields.required("of").flatMap(spot -> spot.choice(Where.Of.class));
        var siteTypes = choices(fields, "siteTypes", SiteType.class);
        var siteIn = fields.optional("siteIn").flatMap(spot -> spot.list(Spot::division));
        var minSiteGrade = whole(fields, "minSiteGrade");
        var listedOnly = flag(fields, "listedOnly");
        fields.refuseOthers();
        return new Where(
                within.orElse(Where.Within.ANY),
                of.orElse(Where.Of.HOUSEHOLD),
                siteTypes,
                siteIn,
                minSiteGrade,
                listedOnly);
    }

    private static When when(Fields fields) {
        var slots = choices(fields, "slots", Slot.class);
        var weekdays =
                fields.nullable("weekdays").flatMap(spot -> spot.list(PolicyReader::weekday));
        var calendar =
                fields.required("calendar").flatMap(spot -> spot.choice(When.CalendarDays.class));
        fields.refuseOthers();
        return new When(slots, weekdays, calendar.orElse(When.CalendarDays.ANY));
    }

    private static Optional<DayOfWeek> weekday(Spot spot) {
        return spot.choice(Arrays.asList(DayOfWeek.values()), PolicyWriter::abbreviated);
    }

    private static Bill bill(Fields fields) {
        var basis = fields.required("basis").flatMap(spot -> spot.choice(Bill.Basis.class));
        var moreThan = fenOrNull(fields, "moreThanFen");
        var atLeast = fenOrNull(fields, "atLeastFen");
        var atMost = fenOrNull(fields, "atMostFen");
        noteReversed(fields, "atLeastFen", atLeast, "atMostFen", atMost);
        fields.refuseOthers();
        return new Bill(basis.orElse(Bill.Basis.BILL), moreThan, atLeast, atMost);
    }

    private static List<Limit> limits(Spot spot) {
        record Scope(LimitOn on, LimitPer per) {}
        var seen = new HashSet<Scope>();
        return spot.list(
                        item -> {
                            var limit = item.fields().flatMap(PolicyReader::limit);
                            limit.map(valid -> new Scope(valid.on(), valid.per()))
                                    .filter(scope -> !seen.add(scope))
                                    .ifPresent(_ -> item.note(FaultCode.LIMIT_REPEATED));
                            return limit;
                        })
                .orElse(List.of());
    }

    private static Optional<Limit> limit(Fields fields) {
        var on = fields.required("on").flatMap(spot -> spot.choice(LimitOn.class));
        var per = fields.required("per").flatMap(spot -> spot.choice(LimitPer.class));
        var mealsSpot = fields.required("meals");
        var fenSpot = fields.required("fen");
        var meals = unlessNull(mealsSpot).map(Spot::whole).orElseGet(OptionalLong::empty);
        var fen =
                unlessNull(fenSpot)
                        .map(spot -> spot.fen(MOST_LIMIT_FEN))
                        .orElseGet(OptionalLong::empty);
        if (mealsSpot.filter(Spot::isNull).isPresent()
                && fenSpot.filter(Spot::isNull).isPresent()) {
            fields.note(FaultCode.LIMIT_EMPTY);
        }
        fields.refuseOthers();
        if (on.isEmpty() || per.isEmpty()) {
            return Optional.empty();
        }
        // A limit without both is only checked for repetition.
        var most = meals.isEmpty() && fen.isEmpty() ? OptionalLong.of(0) : meals;
        return Optional.of(new Limit(on.get(), per.get(), most, fen));
    }

    private static Optional<Spot> unlessNull(Optional<Spot> spot) {
        return spot.filter(value -> !value.isNull());
    }

    private static List<Funding> funding(Spot spot, Optional<Side> side) {
        var entries = spot.items(MOST_PAYERS);
        if (entries.isPresent() && entries.get().isEmpty()) {
            spot.note(FaultCode.FUNDING_EMPTY);
        }
        return entries.stream()
                .flatMap(List::stream)
                .flatMap(item -> item.fields().stream())
                .flatMap(fields -> funding(fields, side))
                .toList();
    }

    private static Stream<Funding> funding(Fields fields, Optional<Side> side) {
        var payer = fields.required("payer").flatMap(PolicyReader::payer);
        var weight = fields.required("weight").map(Spot::whole).orElseGet(OptionalLong::empty);
        if (payer.isPresent()
                && payer.get() == Payer.OwnDiscount.PROVIDER
                && side.isPresent()
                && side.get() != Side.DINER) {
            fields.note("payer", FaultCode.PROVIDER_PAYS_ITSELF);
        }
        var isTooSmall = weight.isPresent() && weight.getAsLong() < 1;
        if (isTooSmall) {
            fields.note("weight", FaultCode.WEIGHT_BELOW_ONE);
        }
        var isTooLarge = weight.isPresent() && weight.getAsLong() > MOST_WEIGHT;
        if (isTooLarge) {
            fields.note("weight", FaultCode.WEIGHT_TOO_LARGE);
        }
        fields.refuseOthers();
        return isTooSmall || isTooLarge || weight.isEmpty()
                ? Stream.empty()
                : payer.stream().map(valid -> new Funding(valid, weight.getAsLong()));
    }

    private static Optional<Payer> payer(Spot spot) {
        var text = spot.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var charity = Payer.Charity.nameIn(text.get());
        if (charity.isPresent()) {
            return spot.read(charity.get(), Payer.Charity.NAME).map(Payer.Charity::of);
        }
        var payer = Payer.named(text.get());
        if (payer.isEmpty()) {
            var isMeantAsDivision = text.get().chars().allMatch(Character::isDigit);
            spot.note(
                    isMeantAsDivision && !text.get().isEmpty()
                            ? FaultCode.DIVISION_INVALID
                            : FaultCode.PAYER_UNKNOWN);
        }
        return payer;
    }

    static void noteReversed(
            Fields fields, String minimum, OptionalLong least, String maximum, OptionalLong most) {
        if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
            fields.note(minimum, FaultCode.MINIMUM_ABOVE_MAXIMUM, maximum);
        }
    }

    static OptionalLong fenOrNull(Fields fields, String name) {
        return fields.nullable(name).map(Spot::fen).orElseGet(OptionalLong::empty);
    }

    private static long whole(Fields fields, String name) {
        return fields.required(name).map(Spot::whole).orElseGet(OptionalLong::empty).orElse(0);
    }

    private static boolean flag(Fields fields, String name) {
        return fields.required(name).flatMap(Spot::flag).orElse(false);
    }

    private static <E extends Enum<E>> Optional<List<E>> choices(
            Fields fields, String name, Class<E> type) {
        return fields.nullable(name).flatMap(spot -> spot.list(item -> item.choice(type)));
    }
}
