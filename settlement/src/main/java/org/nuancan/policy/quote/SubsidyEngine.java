package org.nuancan.policy.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;

/// Computes the grants of policies on a meal. Pure and total, with the reason of every refusal.
///
/// It throws for no argument, the order of the policies does not matter, and the same arguments
/// give the same quote.
public final class SubsidyEngine {

    private SubsidyEngine() {}

    /// Computes the grants and refusals of every policy in force for a meal.
    ///
    /// @param policies in any order, in any number of versions
    /// @param used amounts granted already in the windows of [#windows]; a missing one counts as 0
    /// @param mealsThatDay the elder's captured meals of that service date whose bill is not wholly
    ///   refunded
    /// @param calendar whether a date is a working day; a date that is missing is one on Monday to
    ///   Friday
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

    /// The policies of a quote in the order in which they are computed: one version of each code,
    /// in force on the service date, whose owner contains the elder's household or residence or the
    /// site.
    public static List<SubsidyPolicy> applicable(
            Collection<SubsidyPolicy> policies, ElderFacts elder, SiteFacts site, MealFacts meal) {
        return Selection.of(policies, elder, site, meal.serviceDate());
    }

    /// The windows of the limits that can affect a quote: those of the policies whose conditions on
    /// elder, site, day and way of fulfilment hold. Other windows have no effect. Service dates are
    /// those of the years 1000 to 9999.
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

    /// The policies that may grant something: the policies of a quote whose conditions on elder,
    /// site, day and way of fulfilment hold.
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
