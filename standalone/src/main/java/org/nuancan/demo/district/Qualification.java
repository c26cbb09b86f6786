package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Household;

/// A second implementation of Beijing's rule of 2022 for basic-service elders (基本养老服务对象).
///
/// The demo predicts every grant with it, independently of the service.
public final class Qualification {

    private static final Set<Category> WITH_CARE =
            EnumSet.of(
                    Category.EXTREME_POVERTY,
                    Category.DISABLED,
                    Category.DEMENTIA,
                    Category.SEVERE_DISABILITY,
                    Category.FAMILY_PLANNING_SPECIAL);
    private static final Set<Category> OF_SMALL_MEANS =
            EnumSet.of(Category.MINIMUM_LIVING, Category.LOW_INCOME);

    private Qualification() {}

    /// Whether this elder qualifies for the diner subsidy on a day, whatever the meal.
    public static boolean of(DemoElder elder, LocalDate date) {
        var facts = elder.on(date);
        var age = facts.ageOn(date);
        var holds = facts.categories();
        return facts.isActiveOn(date)
                && facts.household().kind() == Household.Kind.LOCAL
                && !facts.isInInstitutionOn(date)
                && ((age >= 60 && holds.stream().anyMatch(WITH_CARE::contains))
                        || (age >= 80 && holds.stream().anyMatch(OF_SMALL_MEANS::contains)));
    }
}
