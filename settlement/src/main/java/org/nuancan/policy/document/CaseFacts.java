package org.nuancan.policy.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.SubsidyEngine;
import org.nuancan.policy.quote.Used;

/// All facts of a quote, as given to a simulation.
///
/// @param elder facts of the elder
/// @param site facts of the site
/// @param meal facts of the meal
/// @param used amounts that policies have granted already in the windows of their limits
/// @param mealsThatDay number of the elder's captured meals of that service date
/// @param calendar whether a date is a working day
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

    /// Computes the quote of the policies for these facts.
    public Quote quote(Collection<SubsidyPolicy> policies) {
        return SubsidyEngine.quote(policies, elder, site, meal, used, mealsThatDay, calendar);
    }
}
