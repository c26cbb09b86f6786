package org.nuancan.demo.district;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Random choices that repeat for the same seed: the generator of `java.util.Random` is specified
/// to the bit.
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /// True with a probability of so many in ten thousand.
    boolean happens(int timesInTenThousand) {
        return random.nextInt(10_000) < timesInTenThousand;
    }

    /// A random number from `least` to `most`, both included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// A random day from `first` to `last`, both included.
    LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A random index, with the probabilities that the weights give.
    int byWeight(int... weights) {
        var sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        var fallen = random.nextInt(sum);
        var index = 0;
        while (fallen >= weights[index]) {
            fallen -= weights[index++];
        }
        return index;
    }
}
