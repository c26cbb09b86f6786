package org.nuancan.bench.city;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;

/// An elder of the city, derived from the number only.
///
/// @param number from 0
/// @param facts for policies; no elder is in an institution, all are active
public record Elder(int number, ElderFacts facts) {

    private static final long FIRST_ID = 1_000_000;
    private static final LocalDate YOUNGEST = LocalDate.of(1966, 10, 31);
    private static final int DAYS = 35 * 365;
    private static final Division ELSEWHERE = new Division("130102001");

    static Elder of(int number) {
        var dice = new SplittableRandom(number);
        var birthDate = YOUNGEST.minusDays(Math.min(dice.nextInt(DAYS), dice.nextInt(DAYS)));
        var residence = Site.street(dice.nextInt(Site.STREETS));
        var household =
                dice.nextInt(100) < 92
                        ? new Household(Household.Kind.LOCAL, residence)
                        : new Household(Household.Kind.NON_LOCAL, ELSEWHERE);
        var categories = categories(dice);
        var assessed =
                categories.contains(Category.DISABLED) || categories.contains(Category.DEMENTIA);
        return new Elder(
                number,
                new ElderFacts(
                        birthDate,
                        household,
                        residence,
                        categories,
                        assessed ? dice.nextInt(2, 7) : 0,
                        List.of(),
                        ElderStatus.ACTIVE,
                        Optional.empty()));
    }

    private static Set<Category> categories(SplittableRandom dice) {
        var categories = EnumSet.noneOf(Category.class);
        addIf(dice.nextInt(100) < 10, Category.DISABLED, categories);
        addIf(dice.nextInt(100) < 4, Category.DEMENTIA, categories);
        addIf(dice.nextInt(100) < 3, Category.MINIMUM_LIVING, categories);
        addIf(dice.nextInt(100) < 12, Category.LIVING_ALONE, categories);
        addIf(dice.nextInt(100) < 26, Category.EMPTY_NEST, categories);
        return categories;
    }

    private static void addIf(boolean held, Category category, Set<Category> categories) {
        if (held) {
            categories.add(category);
        }
    }

    /// The id in the database, which is also the card's id.
    public long id() {
        return FIRST_ID + number;
    }

    /// The number on the card.
    public String card() {
        return "BENCH-%07d".formatted(number);
    }
}
