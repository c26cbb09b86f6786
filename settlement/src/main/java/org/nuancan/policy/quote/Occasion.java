package org.nuancan.policy.quote;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.policy.Conditions;
import org.nuancan.policy.When;
import org.nuancan.policy.Where;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;

/// An elder at a site on a day: the facts that do not depend on earlier grants.
///
/// Lists are read by index here and in [Computation]: a quote is computed while an elder waits, and
/// iterators made most of its allocations.
final class Occasion {

    private final ElderFacts elder;
    private final SiteFacts site;
    private final MealFacts meal;
    private final long age;
    private final boolean inInstitution;
    private final DayOfWeek weekday;
    private final boolean worked;

    Occasion(ElderFacts elder, SiteFacts site, MealFacts meal, Map<LocalDate, Boolean> calendar) {
        this.elder = elder;
        this.site = site;
        this.meal = meal;
        var date = meal.serviceDate();
        age = elder.ageOn(date);
        inInstitution = elder.isInInstitutionOn(date);
        weekday = date.getDayOfWeek();
        worked = calendar.getOrDefault(date, weekday.compareTo(DayOfWeek.FRIDAY) <= 0);
    }

    ElderFacts elder() {
        return elder;
    }

    MealFacts meal() {
        return meal;
    }

    long age() {
        return age;
    }

    /// The first condition that fails, among those that do not depend on money or limits.
    Optional<RefusalReason> unmet(Conditions conditions) {
        var who = unmet(conditions.who());
        if (who.isPresent()) {
            return who;
        }
        var where = conditions.where();
        if (!holds(where)) {
            return Optional.of(RefusalReason.WHERE);
        }
        if (where.listedOnly() && !site.listed()) {
            return Optional.of(RefusalReason.SITE_NOT_LISTED);
        }
        if (!admits(conditions.when().slots(), meal.slot())) {
            return Optional.of(RefusalReason.SLOT);
        }
        if (!isOnDay(conditions.when())) {
            return Optional.of(RefusalReason.DAY);
        }
        if (!admits(conditions.how(), meal.fulfilment())) {
            return Optional.of(RefusalReason.FULFILMENT);
        }
        return Optional.empty();
    }

    private Optional<RefusalReason> unmet(List<Who> alternatives) {
        var metButForStay = false;
        for (var i = 0; i < alternatives.size(); i++) {
            var who = alternatives.get(i);
            if (meets(who)) {
                if (!inInstitution || !asksForNoStay(who)) {
                    return Optional.empty();
                }
                metButForStay = true;
            }
        }
        if (metButForStay) {
            return Optional.of(RefusalReason.IN_INSTITUTION);
        }
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(RefusalReason.WHO);
    }

    /// Whether the elder meets an alternative, without regard to stays in institutions.
    private boolean meets(Who who) {
        var demands = who.demands();
        for (var i = 0; i < demands.size(); i++) {
            if (!meets(demands.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(Who.Demand demand) {
        return switch (demand) {
            case Who.MinAge(var years) -> age >= years;
            case Who.MaxAge(var years) -> age <= years;
            case Who.HouseholdKind(var kind) -> elder.household().kind() == kind;
            case Who.HouseholdIn(var divisions) ->
                    liesInAny(elder.household().division(), divisions);
            case Who.ResidenceIn(var divisions) -> liesInAny(elder.residenceDivision(), divisions);
            case Who.AnyCategory(var categories) -> hasAny(categories);
            case Who.AllCategories(var categories) -> hasAll(categories);
            case Who.NoCategory(var categories) -> !hasAny(categories);
            case Who.MinCareGrade(var grade) -> elder.careGrade() >= grade;
            case Who.MaxCareGrade(var grade) -> elder.careGrade() <= grade;
            case Who.NotInInstitution _ -> true;
        };
    }

    private static boolean asksForNoStay(Who who) {
        var demands = who.demands();
        for (var i = 0; i < demands.size(); i++) {
            if (demands.get(i) instanceof Who.NotInInstitution(var isRequired) && isRequired) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAny(List<Category> categories) {
        for (var i = 0; i < categories.size(); i++) {
            if (elder.categories().contains(categories.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(List<Category> categories) {
        for (var i = 0; i < categories.size(); i++) {
            if (!elder.categories().contains(categories.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Where where) {
        return where.within().holds(where.of().in(elder), site.division())
                && admits(where.siteTypes(), site.type())
                && site.grade() >= where.minSiteGrade()
                && (where.siteIn().isEmpty() || liesInAny(site.division(), where.siteIn().get()));
    }

    private boolean isOnDay(When when) {
        return admits(when.weekdays(), weekday)
                && switch (when.calendar()) {
                    case ANY -> true;
                    case WORKDAY -> worked;
                    case RESTDAY -> !worked;
                };
    }

    private static boolean liesInAny(Division division, List<Division> divisions) {
        for (var i = 0; i < divisions.size(); i++) {
            if (division.liesIn(divisions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static <T> boolean admits(Optional<List<T>> all, T value) {
        return all.isEmpty() || all.get().contains(value);
    }
}
