package org.nuancan.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// All the facts of a quote, as a simulation is given them.
///
/// @param elder who eats
/// @param site where
/// @param meal what
/// @param used what policies have granted already in the windows of their limits
/// @param mealsThatDay the elder's captured meals of that service date
/// @param calendar whether a date is worked
public record CaseFacts(
        ElderFacts elder,
        SiteFacts site,
        MealFacts meal,
        List<Used> used,
        long mealsThatDay,
        Map<LocalDate, Boolean> calendar) {

    /// Copies the collections.
    public CaseFacts {
        used = List.copyOf(used);
        calendar = Map.copyOf(calendar);
    }

    /// What the policies say to these facts.
    public Quote quote(Collection<SubsidyPolicy> policies) {
        return SubsidyEngine.quote(policies, elder, site, meal, used, mealsThatDay, calendar);
    }
}
