package org.nuancan.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides an amount by whole-number weights so that the parts always add up to it.
///
/// The largest remainder gets the next fen, ties go to the earlier entry (the method of Hamilton).
public final class Share {

    /// Above this many parts, sorting the remainders is faster than searching for the largest one.
    private static final int FEW = 16;

    private Share() {}

    /// Splits `total` in proportion to `weights`.
    ///
    /// @param total the amount to divide, 0 or more
    /// @param weights one for each part, 0 or more, not all 0 unless `total` is 0
    /// @return as many parts as weights, in their order, which add up to `total`
    /// @throws IllegalArgumentException if the weights are all 0 and `total` is not, or a sign is
    ///   wrong
    public static List<Fen> split(Fen total, List<Long> weights) {
        var parts = split(total.value(), weights.stream().mapToLong(Long::longValue).toArray());
        return Arrays.stream(parts).mapToObj(Fen::of).toList();
    }

    /// Like [#split(Fen, List)], with plain numbers of fen, for code that divides many amounts.
    ///
    /// @throws IllegalArgumentException if the weights are all 0 and `totalFen` is not, or a sign
    ///   is wrong
    public static long[] split(long totalFen, long[] weights) {
        var largest = 0L;
        for (var weight : weights) {
            if (weight < 0) {
                throw refused(totalFen, weights, "negative");
            }
            largest = Math.max(largest, weight);
        }
        if (totalFen < 0) {
            throw refused(totalFen, weights, "negative");
        }
        if (totalFen == 0) {
            return new long[weights.length];
        }
        if (largest == 0) {
            throw refused(totalFen, weights, "no weight");
        }
        // With this limit no product or sum of at most FEW weights exceeds the range of a long.
        var small = weights.length <= FEW && largest <= Long.MAX_VALUE / Math.max(totalFen, FEW);
        return small ? splitSmall(totalFen, weights) : splitLarge(totalFen, weights);
    }

    private static long[] splitSmall(long totalFen, long[] weights) {
        var sum = 0L;
        for (var weight : weights) {
            sum += weight;
        }
        var parts = new long[weights.length];
        var remainders = new long[weights.length];
        var left = totalFen;
        for (var i = 0; i < parts.length; i++) {
            var product = totalFen * weights[i];
            parts[i] = product / sum;
            remainders[i] = product % sum;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            var next = 0;
            for (var i = 1; i < parts.length; i++) {
                if (remainders[i] > remainders[next]) {
                    next = i;
                }
            }
            parts[next]++;
            remainders[next] = -1;
        }
        return parts;
    }

    private static long[] splitLarge(long totalFen, long[] weights) {
        var total = BigInteger.valueOf(totalFen);
        var sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger::add);
        var parts = new long[weights.length];
        var remainders = new ArrayList<BigInteger>(weights.length);
        var left = totalFen;
        for (var i = 0; i < parts.length; i++) {
            var exact =
                    total.multiply(BigInteger.valueOf(weights[i]))
                            .divideAndRemainder(sum.orElseThrow());
            parts[i] = exact[0].longValueExact();
            remainders.add(exact[1]);
            left -= parts[i];
        }
        // A stable sort keeps the earlier entry ahead if remainders are equal.
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(index -> parts[index]++);
        return parts;
    }

    private static IllegalArgumentException refused(long totalFen, long[] weights, String why) {
        return new IllegalArgumentException(
                "cannot split %d by %s: %s".formatted(totalFen, Arrays.toString(weights), why));
    }
}
