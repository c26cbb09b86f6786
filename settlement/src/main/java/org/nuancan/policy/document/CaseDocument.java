package org.nuancan.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
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
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.Used;

/// Reads the facts of a case from JSON and writes its quote as JSON.
public final class CaseDocument {

    /// Maximum price of one meal.
    private static final long MOST_FEN = 1_000_000_000;

    /// Maximum number of used amounts, enough for the limits of a few hundred policies.
    private static final int MOST_USED = 1_000;

    private static final Division NOWHERE = new Division("00");

    private CaseDocument() {}

    /// Reads `elder`, `site`, `meal`, `used`, `mealsThatDay` and `calendar` of an object. Fields
    /// with other names are faults unless `others` contains them.
    ///
    /// @param pointer position of `node` in the whole document; empty at its root
    public static Reading<CaseFacts> read(JsonNode node, String pointer, Set<String> others) {
        var faults = new FaultList();
        var facts = new Spot(node, pointer, faults).fields().map(fields -> read(fields, others));
        return facts.isPresent() && faults.isEmpty()
                ? new Reading.Parsed<>(facts.get())
                : new Reading.Malformed<>(faults);
    }

    private static CaseFacts read(Fields fields, Set<String> others) {
        var elder = elder(fields.required("elder").flatMap(Spot::fields));
        var site = site(fields.required("site").flatMap(Spot::fields));
        var meal = meal(fields.required("meal").flatMap(Spot::fields));
        var used =
                fields.required("used").flatMap(spot -> spot.list(MOST_USED, CaseDocument::used));
        var meals = fields.required("mealsThatDay").map(CaseDocument::count);
        var calendar = fields.required("calendar").map(CaseDocument::calendar);
        fields.allow(others);
        fields.refuseOthers();
        return new CaseFacts(
                elder,
                site,
                meal,
                used.orElse(List.of()),
                meals.orElse(0L),
                calendar.orElse(Map.of()));
    }

    // As in PolicyReader, a faulty value is replaced by a valid one, and the whole case is
    // discarded later.

    private static ElderFacts elder(Optional<Fields> elder) {
        var birthDate = elder.flatMap(all -> all.required("birthDate")).flatMap(Spot::date);
        var household =
                elder.flatMap(all -> all.required("household"))
                        .flatMap(Spot::fields)
                        .map(CaseDocument::household);
        var residence =
                elder.flatMap(all -> all.required("residenceDivision")).flatMap(Spot::division);
        var categories =
                elder.flatMap(all -> all.required("categories"))
                        .flatMap(spot -> spot.list(item -> item.choice(Category.class)));
        var careGrade = elder.map(all -> grade(all, "careGrade", 6));
        var stays =
                elder.flatMap(all -> all.required("stays"))
                        .flatMap(spot -> spot.list(item -> item.fields().map(CaseDocument::stay)));
        var status =
                elder.flatMap(all -> all.required("status"))
                        .flatMap(spot -> spot.choice(ElderStatus.class));
        var deceasedOn = elder.flatMap(all -> all.nullable("deceasedOn")).flatMap(Spot::date);
        elder.ifPresent(Fields::refuseOthers);
        return new ElderFacts(
                birthDate.orElse(LocalDate.EPOCH),
                household.orElseGet(() -> new Household(Household.Kind.LOCAL, NOWHERE)),
                residence.orElse(NOWHERE),
                Set.copyOf(categories.orElse(List.of())),
                careGrade.orElse(0),
                stays.orElse(List.of()),
                status.orElse(ElderStatus.ACTIVE),
                deceasedOn);
    }

    private static Household household(Fields fields) {
        var kind = fields.required("kind").flatMap(spot -> spot.choice(Household.Kind.class));
        var division = fields.required("division").flatMap(Spot::division);
        fields.refuseOthers();
        return new Household(kind.orElse(Household.Kind.LOCAL), division.orElse(NOWHERE));
    }

    private static Stay stay(Fields fields) {
        var from = fields.required("from").flatMap(Spot::date);
        var to = fields.open("to").flatMap(Spot::date);
        fields.refuseOthers();
        return new Stay(from.orElse(LocalDate.EPOCH), to);
    }

    private static SiteFacts site(Optional<Fields> site) {
        var division = site.flatMap(all -> all.required("division")).flatMap(Spot::division);
        var type =
                site.flatMap(all -> all.required("type"))
                        .flatMap(spot -> spot.choice(SiteType.class));
        var grade = site.map(all -> grade(all, "grade", 5));
        var listed = site.flatMap(all -> all.required("listed")).flatMap(Spot::flag);
        site.ifPresent(Fields::refuseOthers);
        return new SiteFacts(
                division.orElse(NOWHERE),
                type.orElse(SiteType.STATION),
                grade.orElse(0),
                listed.orElse(false));
    }

    private static MealFacts meal(Optional<Fields> meal) {
        var date = meal.flatMap(all -> all.required("serviceDate")).flatMap(Spot::date);
        var slot =
                meal.flatMap(all -> all.required("slot")).flatMap(spot -> spot.choice(Slot.class));
        var fulfilment =
                meal.flatMap(all -> all.required("fulfilment"))
                        .flatMap(spot -> spot.choice(Fulfilment.class));
        var gross = meal.map(all -> fen(all, "grossFen")).orElseGet(OptionalLong::empty);
        var bill = meal.map(all -> fen(all, "billFen")).orElseGet(OptionalLong::empty);
        if (gross.isPresent() && bill.isPresent() && bill.getAsLong() > gross.getAsLong()) {
            meal.ifPresent(all -> all.note("billFen", FaultCode.BILL_ABOVE_GROSS));
        }
        meal.ifPresent(Fields::refuseOthers);
        return new MealFacts(
                date.orElse(LocalDate.EPOCH),
                slot.orElse(Slot.LUNCH),
                fulfilment.orElse(Fulfilment.DINE_IN),
                Fen.of(gross.orElse(0)),
                Fen.of(Math.min(bill.orElse(0), gross.orElse(0))));
    }

    private static Optional<Used> used(Spot item) {
        return item.fields().flatMap(CaseDocument::used);
    }

    private static Optional<Used> used(Fields fields) {
        var code = fields.required("code").flatMap(Spot::text);
        var on = fields.required("on").flatMap(spot -> spot.choice(LimitOn.class));
        var per = fields.required("per").flatMap(spot -> spot.choice(LimitPer.class));
        var meals = fields.required("meals").map(CaseDocument::count);
        var fen = fields.required("fen").map(CaseDocument::count);
        fields.refuseOthers();
        return code.isPresent() && on.isPresent() && per.isPresent()
                ? Optional.of(
                        new Used(
                                code.get(),
                                on.get(),
                                per.get(),
                                meals.orElse(0L),
                                Fen.of(fen.orElse(0L))))
                : Optional.empty();
    }

    private static Map<LocalDate, Boolean> calendar(Spot spot) {
        var days = new HashMap<LocalDate, Boolean>();
        for (var entry : spot.fields().map(Fields::all).orElse(List.of())) {
            var date = entry.name().date();
            var worked = entry.value().flag();
            if (date.isPresent() && worked.isPresent()) {
                days.put(date.get(), worked.get());
            }
        }
        return days;
    }

    private static int grade(Fields fields, String name, int most) {
        var grade = fields.required(name).map(spot -> spot.whole(0, most));
        return (int) grade.orElseGet(OptionalLong::empty).orElse(0);
    }

    private static long count(Spot spot) {
        return spot.whole(0, Long.MAX_VALUE).orElse(0);
    }

    private static OptionalLong fen(Fields fields, String name) {
        return fields.required(name)
                .map(spot -> spot.whole(0, MOST_FEN))
                .orElseGet(OptionalLong::empty);
    }

    /// Writes a quote with exactly the fields of the design page.
    public static ObjectNode write(Quote quote) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("grossFen", quote.grossFen().value());
        node.put("billFen", quote.billFen().value());
        node.put("elderPaysFen", quote.elderPaysFen().value());
        var grants = node.putArray("grants");
        for (var grant : quote.grants()) {
            var item = grants.addObject();
            item.put("code", grant.code()).put("version", grant.version());
            item.put("side", grant.side().name()).put("fen", grant.fen().value());
            var funding = item.putArray("funding");
            for (var part : grant.funding()) {
                funding.addObject().put("payer", part.payer()).put("fen", part.fen().value());
            }
        }
        var refusals = node.putArray("refusals");
        for (var refusal : quote.refusals()) {
            var item = refusals.addObject();
            item.put("code", refusal.code()).put("version", refusal.version());
            item.put("reason", refusal.reason().name());
        }
        return node;
    }
}
