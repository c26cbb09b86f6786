package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The ages of the elders by Chaoyang's table: 38.4 ten-thousands of 60–69, 21.5 of 70–79 and 12.5
/// of 80 or more (72.5 in all; the parts are rounded to 72.4). Within a band there are fewer people
/// of the higher ages.
final class Ages {

    private static final int SIXTIES_OF_724 = 384;
    private static final int SEVENTIES_OF_724 = 215;
    private static final int[] SIXTIES = {12, 12, 12, 11, 11, 10, 9, 8, 8, 7};
    private static final int[] SEVENTIES = {12, 11, 10, 9, 8, 7, 6, 6, 5, 5};
    private static final int[] OLDER = {
        30, 28, 26, 24, 21, 19, 16, 14, 12, 10, 8, 6, 5, 4, 3, 2, 2, 1, 1, 1, 1,
    };

    private Ages() {}

    /// As many ages as there are elders, the youngest band first. The table's shares hold exactly.
    static List<Integer> of(int elders, Dice dice) {
        var sixties = elders * SIXTIES_OF_724 / 724;
        var seventies = elders * SEVENTIES_OF_724 / 724;
        var ages = new ArrayList<Integer>(elders);
        fill(ages, sixties, 60, SIXTIES, dice);
        fill(ages, seventies, 70, SEVENTIES, dice);
        fill(ages, elders - sixties - seventies, 80, OLDER, dice);
        return ages;
    }

    private static void fill(List<Integer> ages, int count, int from, int[] weights, Dice dice) {
        for (var i = 0; i < count; i++) {
            ages.add(from + dice.byWeight(weights));
        }
    }

    /// A random birthday of a person who is `age` on `day`.
    static LocalDate birthday(int age, LocalDate day, Dice dice) {
        return dice.between(day.minusYears(age + 1L).plusDays(1), day.minusYears(age));
    }
}
