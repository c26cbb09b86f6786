package org.nuancan.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Computes what policies grant on a meal: pure, total and explained.
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
        return new Quote(meal.grossFen(), meal.billFen(), meal.grossFen(), List.of(), List.of());
    }

    /// The policies that a quote looks at, in the order in which their turns come: one version of
    /// each code, in force on the service date, whose owner contains the elder's household or
    /// residence or the site.
    public static List<SubsidyPolicy> applicable(
            Collection<SubsidyPolicy> policies, ElderFacts elder, SiteFacts site, MealFacts meal) {
        return List.of();
    }

    /// The windows of the limits that can matter to a quote: those of policies whose other
    /// conditions hold. What the quote is told to be used in them decides, in others it does not.
    public static List<LimitWindow> windows(
            Collection<SubsidyPolicy> policies,
            ElderFacts elder,
            SiteFacts site,
            MealFacts meal,
            Map<LocalDate, Boolean> calendar) {
        return List.of();
    }
}
