package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.nuancan.policy.Category;
import org.nuancan.policy.Household;

/// Beijing's rule of 2022 once more, in words of its own: who is a basic-service elder (基本养老服务对象).
///
/// The demo foretells every grant by it, so that the service is not measured by itself.
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

    /// Whether the diner subsidy is open to this elder on a day, whatever the meal.
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
