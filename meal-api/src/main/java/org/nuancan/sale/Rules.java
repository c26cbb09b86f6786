package org.nuancan.sale;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.policy.SubsidyPolicy;

/// The rules that decide about subsidies: every released version of every policy, and the state
/// calendar.
///
/// @param policies in any order
/// @param calendar dates that differ from the plain week: true for a working day
public record Rules(Collection<SubsidyPolicy> policies, Map<LocalDate, Boolean> calendar) {

    /// Copies the collections.
    public Rules {
        policies = List.copyOf(policies);
        calendar = Map.copyOf(calendar);
    }
}
