package org.nuancan.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides an amount by whole-number weights so that the parts always add up to it.
///
/// The largest remainder gets the next fen, ties go to the earlier entry (the method of Hamilton).
public final class Share {

    private Share() {}

    /// Splits `total` in proportion to `weights`.
    ///
    /// @param total what is divided, 0 or more
    /// @param weights one for each part, 0 or more, not all 0 unless `total` is 0
    /// @return as many parts as weights, in their order, which add up to `total`
    /// @throws IllegalArgumentException if there is nothing to divide by, or a sign is wrong
    public static List<Fen> split(Fen total, List<Long> weights) {
        if (total.isNegative() || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(
                    "cannot split %s by %s: negative".formatted(total, weights));
        }
        var sum =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.isZero()) {
            return weights.stream().map(weight -> Fen.ZERO).toList();
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException(
                    "cannot split %s by %s: no weight".formatted(total, weights));
        }
        return byLargestRemainder(total, weights, sum);
    }

    private static List<Fen> byLargestRemainder(Fen total, List<Long> weights, BigInteger sum) {
        var parts = new ArrayList<Long>(weights.size());
        var remainders = new ArrayList<BigInteger>(weights.size());
        var left = total.value();
        for (var weight : weights) {
            var exact =
                    BigInteger.valueOf(total.value())
                            .multiply(BigInteger.valueOf(weight))
                            .divideAndRemainder(sum);
            parts.add(exact[0].longValueExact());
            remainders.add(exact[1]);
            left -= exact[0].longValueExact();
        }
        // A stable sort keeps the earlier entry ahead where remainders are alike.
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(index -> parts.set(index, parts.get(index) + 1));
        return parts.stream().map(Fen::of).toList();
    }
}
