package org.nuancan.elder.lookup;

import org.nuancan.policy.fact.Category;

/// The order in which elders get their meals delivered.
public enum DeliveryPriority {
    /// 100 years and older.
    HUNDRED(0),
    /// 80 years and older, living alone.
    OLD_AND_ALONE(1),
    /// Disabled or with dementia, of any age.
    DISABLED(2),
    /// All others.
    OTHERS(3);

    private static final int HUNDRED_YEARS = 100;
    private static final int OLD = 80;

    private final int rank;

    DeliveryPriority(int rank) {
        this.rank = rank;
    }

    /// The priority of an elder on a service date.
    public static DeliveryPriority of(ElderAtTable elder) {
        var categories = elder.facts().categories();
        if (elder.age() >= HUNDRED_YEARS) {
            return HUNDRED;
        }
        if (elder.age() >= OLD && categories.contains(Category.LIVING_ALONE)) {
            return OLD_AND_ALONE;
        }
        return categories.contains(Category.DISABLED) || categories.contains(Category.DEMENTIA)
                ? DISABLED
                : OTHERS;
    }

    /// From 0, which comes first.
    public int rank() {
        return rank;
    }
}
