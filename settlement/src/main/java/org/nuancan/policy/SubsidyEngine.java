package org.nuancan.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Computes what policies grant on a meal: pure, total and explained.
///
/// No argument makes it throw, the order of the policies does not matter, and the same arguments
/// give the same quote.
public final class SubsidyEngine {

    private SubsidyEngine() {}

    /// What every policy in force says to a meal.
    ///
    /// @param policies in any order, in any number of versions
    /// @param used what was granted already in the windows of [#windows]; what is missing is 0
    /// @param mealsThatDay the elder's captured meals of that service date whose bill is not wholly
    ///   refunded
    /// @param calendar whether a date is worked; a date that is missing is worked Monday to Friday
    public static Quote quote(
            Collection<SubsidyPolicy> policies,
            ElderFacts elder,
            SiteFacts site,
            MealFacts meal,
            List<Used> used,
            long mealsThatDay,
            Map<LocalDate, Boolean> calendar) {
        var occasion = new Occasion(elder, site, meal, calendar);
        var inTurn = applicable(policies, elder, site, meal);
        if (!elder.isActiveOn(meal.serviceDate())) {
            return Computation.refuseAll(inTurn, meal);
        }
        return new Computation(inTurn, occasion, used, mealsThatDay).quote();
    }

    /// The policies that a quote looks at, in the order in which their turns come: one version of
    /// each code, in force on the service date, whose owner contains the elder's household or
    /// residence or the site.
    public static List<SubsidyPolicy> applicable(
            Collection<SubsidyPolicy> policies, ElderFacts elder, SiteFacts site, MealFacts meal) {
        return Selection.of(policies, elder, site, meal.serviceDate());
    }

    /// The windows of the limits that can matter to a quote: those of the policies whose conditions
    /// on elder, site, day and way hold. What is used in them decides, in others it does not.
    /// Service dates are those of the years 1000 to 9999.
    public static List<LimitWindow> windows(
            Collection<SubsidyPolicy> policies,
            ElderFacts elder,
            SiteFacts site,
            MealFacts meal,
            Map<LocalDate, Boolean> calendar) {
        var windows = new ArrayList<LimitWindow>();
        for (var policy : candidates(policies, elder, site, meal, calendar)) {
            for (var limit : policy.limits()) {
                windows.add(LimitWindow.of(policy.code(), limit, meal.serviceDate(), meal.slot()));
            }
        }
        return windows;
    }

    /// The policies that may grant something: of those that a quote looks at the ones whose
    /// conditions on elder, site, day and way hold.
    public static List<SubsidyPolicy> candidates(
            Collection<SubsidyPolicy> policies,
            ElderFacts elder,
            SiteFacts site,
            MealFacts meal,
            Map<LocalDate, Boolean> calendar) {
        if (!elder.isActiveOn(meal.serviceDate())) {
            return List.of();
        }
        var occasion = new Occasion(elder, site, meal, calendar);
        return applicable(policies, elder, site, meal).stream()
                .filter(policy -> occasion.unmet(policy.conditions()).isEmpty())
                .toList();
    }
}
