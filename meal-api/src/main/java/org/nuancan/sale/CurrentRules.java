package org.nuancan.sale;

import jakarta.inject.Singleton;
import org.nuancan.policy.book.PolicyBook;
import org.nuancan.policy.calendar.WorkingDays;

/// The rules in force at this instant.
@Singleton
public final class CurrentRules {

    private final PolicyBook policies;
    private final WorkingDays days;

    CurrentRules(PolicyBook policies, WorkingDays days) {
        this.policies = policies;
        this.days = days;
    }

    /// Every released policy and the state calendar, as they were at most a second ago.
    public Rules now() {
        return new Rules(policies.released(), days.calendar());
    }
}
