package org.nuancan.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.reading.GrantShare;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;

/// A property of meals by which they are counted. The names are those of the parameter `by`.
public enum Dimension {
    month,
    district,
    street,
    siteType,
    site,
    slot,
    fulfilment,
    ageBand,
    category,
    household,
    policy,
    tender;

    /// The value of meals that have none: no category, no grant, nothing paid.
    public static final String NONE = "NONE";

    /// The value of sales without an elder in dimensions that are about elders.
    public static final String ANONYMOUS = "ANONYMOUS";

    private static final int DISTRICT = 6;
    private static final int STREET = 9;
    private static final int LAST = Integer.MAX_VALUE;

    /// Whether a meal can have several values, so that its cells overlap.
    public boolean overlaps() {
        return switch (this) {
            case category, policy, tender -> true;
            case month, district, street, siteType, site, slot, fulfilment, ageBand, household ->
                    false;
        };
    }

    /// The order of values: known words in the order of their type, the rest by text; meals without
    /// a value last.
    public Comparator<String> order() {
        var known = known();
        return Comparator.comparingInt((String value) -> rank(known, value))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int rank(List<String> known, String value) {
        return switch (value) {
            case NONE -> LAST - 1;
            case ANONYMOUS -> LAST;
            default -> Math.max(known.indexOf(value), 0);
        };
    }

    /// The words that the dimension can have; empty if the values are ids or codes.
    List<String> known() {
        return switch (this) {
            case month, district, street, site, policy -> List.of();
            case siteType -> names(SiteType.values());
            case slot -> names(Slot.values());
            case fulfilment -> names(Fulfilment.values());
            case ageBand -> Stream.of(AgeBand.values()).map(AgeBand::range).toList();
            case category -> names(Category.values());
            case household -> names(Household.Kind.values());
            case tender -> names(TenderType.values());
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /// The values of a meal, at least one.
    List<String> valuesOf(CountedMeal meal) {
        return switch (this) {
            case month -> List.of(meal.serviceDate().toString().substring(0, "2026-11".length()));
            case district -> List.of(meal.place().division().substring(0, DISTRICT));
            case street -> List.of(meal.place().division().substring(0, STREET));
            case siteType -> List.of(meal.place().type().name());
            case site -> List.of(Long.toString(meal.place().siteId()));
            case slot -> List.of(meal.slot().name());
            case fulfilment -> List.of(meal.fulfilment().name());
            case ageBand -> ofEater(meal, eater -> List.of(eater.ageBand().range()));
            case category ->
                    ofEater(meal, eater -> eater.categories().stream().map(Enum::name).toList());
            case household -> ofEater(meal, eater -> List.of(eater.household().name()));
            case policy ->
                    orNone(
                            meal.amounts().grants().stream()
                                    .map(GrantShare::policyCode)
                                    .distinct()
                                    .toList());
            case tender -> orNone(meal.amounts().paid().keySet().stream().map(Enum::name).toList());
        };
    }

    private static List<String> ofEater(
            CountedMeal meal, Function<CountedMeal.Eater, List<String>> values) {
        return meal.eater().map(eater -> orNone(values.apply(eater))).orElse(List.of(ANONYMOUS));
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of(NONE) : values;
    }
}
