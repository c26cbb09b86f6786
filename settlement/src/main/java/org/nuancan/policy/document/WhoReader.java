package org.nuancan.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Household;

/// Reads one alternative of `who`; an absent key sets no condition.
final class WhoReader {

    private final Fields fields;
    private final List<Who.Demand> demands = new ArrayList<>();

    private WhoReader(Fields fields) {
        this.fields = fields;
    }

    static Optional<Who> read(Spot spot) {
        return spot.fields().map(fields -> new WhoReader(fields).read());
    }

    private Who read() {
        var minAge = number("minAge", Who.MinAge::new);
        var maxAge = number("maxAge", Who.MaxAge::new);
        PolicyReader.noteReversed(fields, "minAge", minAge, "maxAge", maxAge);
        demand("household", spot -> spot.choice(Household.Kind.class), Who.HouseholdKind::new);
        demand("householdIn", spot -> spot.list(Spot::division), Who.HouseholdIn::new);
        demand("residenceIn", spot -> spot.list(Spot::division), Who.ResidenceIn::new);
        demand("anyCategory", WhoReader::categories, Who.AnyCategory::new);
        demand("allCategories", WhoReader::categories, Who.AllCategories::new);
        demand("noCategory", WhoReader::categories, Who.NoCategory::new);
        var minGrade = number("minCareGrade", Who.MinCareGrade::new);
        var maxGrade = number("maxCareGrade", Who.MaxCareGrade::new);
        PolicyReader.noteReversed(fields, "minCareGrade", minGrade, "maxCareGrade", maxGrade);
        demand("notInInstitution", Spot::flag, Who.NotInInstitution::new);
        fields.refuseOthers();
        return new Who(demands);
    }

    private static Optional<List<Category>> categories(Spot spot) {
        return spot.list(item -> item.choice(Category.class));
    }

    private OptionalLong number(String name, LongFunction<Who.Demand> demand) {
        var number = fields.optional(name).map(Spot::whole).orElseGet(OptionalLong::empty);
        number.ifPresent(value -> demands.add(demand.apply(value)));
        return number;
    }

    private <T> void demand(
            String name, Function<Spot, Optional<T>> read, Function<T, Who.Demand> demand) {
        fields.optional(name).flatMap(read).map(demand).ifPresent(demands::add);
    }
}
