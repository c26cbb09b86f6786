package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.Period;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Stay;

/// Makes the elders: their ages by the district's table, and other facts in plausible shares.
///
/// About one in five meets the conditions of Beijing's diner subsidy.
final class People {

    private static final LocalDate OLDEST_PAPER = LocalDate.of(2018, 1, 1);
    private static final LocalDate CARDS_EXPIRE = LocalDate.of(2036, 12, 31);
    private static final List<String> ESTATES =
            List.of("暖阳里", "枣园小区", "柳荫胡同", "和悦家园", "春晖小区", "松鹤苑", "平安里", "银杏园");
    private static final List<String> DIETS = List.of("LOW_SALT", "LOW_SUGAR", "SOFT", "HALAL");
    private static final List<String> ALLERGENS = List.of("PEANUT", "EGG", "FISH", "MILK");

    /// The number of holders of a category in ten thousand: aged 60–69, 70–79, 80 or more.
    private enum Frequency {
        POOR(Category.EXTREME_POVERTY, 60, 70, 80),
        MINIMUM(Category.MINIMUM_LIVING, 250, 280, 320),
        LOW(Category.LOW_INCOME, 200, 230, 260),
        DISABLED(Category.DISABLED, 450, 1_100, 2_600),
        DEMENTIA(Category.DEMENTIA, 120, 450, 1_400),
        SEVERE(Category.SEVERE_DISABILITY, 300, 400, 500),
        FAMILY(Category.FAMILY_PLANNING_SPECIAL, 200, 150, 60),
        ALONE(Category.LIVING_ALONE, 700, 1_300, 2_200),
        EMPTY(Category.EMPTY_NEST, 2_500, 3_000, 2_600),
        MERIT(Category.PREFERENTIAL_TREATMENT, 60, 120, 200),
        VETERAN(Category.VETERAN_CADRE, 10, 30, 150);

        private final Category category;
        private final int sixties;
        private final int seventies;
        private final int older;

        Frequency(Category category, int sixties, int seventies, int older) {
            this.category = category;
            this.sixties = sixties;
            this.seventies = seventies;
            this.older = older;
        }

        private int at(int age) {
            return age < 70 ? sixties : age < 80 ? seventies : older;
        }
    }

    private final Dice dice;
    private final Names names;
    private final SyntheticIdNumbers idNumbers = new SyntheticIdNumbers();

    People(Dice dice) {
        this.dice = dice;
        this.names = new Names(dice);
    }

    List<DemoElder> all() {
        var elders = new ArrayList<DemoElder>(District.ELDERS);
        for (var age : mixed(Ages.of(District.ELDERS, dice))) {
            elders.add(elder(elders.size() + 1, age));
        }
        return List.copyOf(elders);
    }

    /// Shuffled, so that any part of the list has all ages.
    private List<Integer> mixed(List<Integer> ages) {
        for (var i = ages.size() - 1; i > 0; i--) {
            var other = dice.between(0, i);
            var age = ages.get(i);
            ages.set(i, ages.get(other));
            ages.set(other, age);
        }
        return ages;
    }

    private DemoElder elder(int number, int age) {
        var female = dice.happens(age < 80 ? 5_200 : 5_700);
        var birthDate = Ages.birthday(age, District.COUNTED_ON, dice);
        var street = dice.happens(1_200) ? Street.MAIZIDIAN : dice.oneOf(Street.CHAOYANG);
        var categories = categories(age);
        var status = status();
        return new DemoElder(
                names.any(female),
                idNumbers.next(birthDate, female),
                birthDate,
                female,
                household(street.division()),
                street.division(),
                address(street),
                // No number in Beijing begins with 0, so these cannot be dialled.
                "0100%07d".formatted(number),
                categories,
                careGrade(categories),
                dice.happens(1_500) ? List.of(dice.oneOf(DIETS)) : List.of(),
                dice.happens(300) ? List.of(dice.oneOf(ALLERGENS)) : List.of(),
                stays(age),
                status,
                status == ElderStatus.ACTIVE ? Optional.empty() : Optional.of(recently()),
                "DEMO-%07d".formatted(number),
                CARDS_EXPIRE);
    }

    private Household household(Division residence) {
        return switch (dice.byWeight(88, 4, 8)) {
            case 0 -> new Household(Household.Kind.LOCAL, residence);
            case 1 -> new Household(Household.Kind.LOCAL, dice.oneOf(Street.ELSEWHERE_IN_THE_CITY));
            default -> new Household(Household.Kind.NON_LOCAL, dice.oneOf(Street.OUTSIDE));
        };
    }

    private String address(Street street) {
        return "%s%s%d号楼%d单元%d室"
                .formatted(
                        street.name(),
                        dice.oneOf(ESTATES),
                        dice.between(1, 30),
                        dice.between(1, 6),
                        dice.between(1, 18) * 100 + dice.between(1, 4));
    }

    private List<DemoElder.Held> categories(int age) {
        var held = new ArrayList<DemoElder.Held>();
        for (var frequency : Frequency.values()) {
            if (dice.happens(frequency.at(age))) {
                held.add(held(frequency.category));
            }
        }
        return List.copyOf(held);
    }

    private DemoElder.Held held(Category category) {
        var from = dice.between(OLDEST_PAPER, District.COUNTED_ON.minusMonths(2));
        Optional<LocalDate> to =
                dice.happens(500) ? Optional.of(from.plusMonths(1)) : Optional.empty();
        var evidence = "演示档案-%d-%06d".formatted(from.getYear(), dice.between(1, 999_999));
        return new DemoElder.Held(category, new Period(from, to), evidence);
    }

    private int careGrade(List<DemoElder.Held> categories) {
        var assessed =
                categories.stream()
                        .map(DemoElder.Held::category)
                        .anyMatch(c -> c == Category.DISABLED || c == Category.DEMENTIA);
        return assessed ? dice.between(2, 6) : 0;
    }

    private List<Stay> stays(int age) {
        if (dice.happens(age < 80 ? 80 : 350)) {
            return List.of(new Stay(recently(), Optional.empty()));
        }
        if (dice.happens(100)) {
            var from = recently();
            return List.of(new Stay(from, Optional.of(from.plusDays(9))));
        }
        return List.of();
    }

    private ElderStatus status() {
        return switch (dice.byWeight(979, 10, 6, 5)) {
            case 0 -> ElderStatus.ACTIVE;
            case 1 -> ElderStatus.SUSPENDED;
            case 2 -> ElderStatus.MOVED_AWAY;
            default -> ElderStatus.DECEASED;
        };
    }

    private LocalDate recently() {
        return dice.between(District.COUNTED_ON.minusMonths(10), District.COUNTED_ON.minusDays(20));
    }
}
