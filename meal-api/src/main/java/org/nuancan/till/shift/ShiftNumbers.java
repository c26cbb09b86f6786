package org.nuancan.till.shift;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The till's own count of its receipts across shifts: the numbers of a shift follow those of the
/// previous shift. A shift whose first number is 0 or 1 starts a new count.
///
/// @param own numbers on the orders of the shift, with repetitions
/// @param lastReported the last number that the till reports for the shift, or [#NONE]
/// @param others numbers on other orders of the till since the previous shift began
/// @param lastBefore the last number of the previous shift, or [#NONE]
record ShiftNumbers(List<Long> own, long lastReported, Set<Long> others, long lastBefore) {

    /// No number.
    static final long NONE = -1;

    private static final long LATEST_START = 1;

    ShiftNumbers {
        own = List.copyOf(own);
        others = Set.copyOf(others);
    }

    /// Whether some number is on no order.
    boolean hasGap() {
        return missing().findFirst().isPresent();
    }

    /// The numbers that are on no order, ascending; there may be very many.
    LongStream missing() {
        var last = Math.max(lastReported, greatest(own));
        var first = start();
        if (last < 0 || first < 0) {
            return LongStream.empty();
        }
        var known = new HashSet<>(own);
        if (!isNewCount()) {
            known.addAll(others);
        }
        return LongStream.rangeClosed(first, last).filter(number -> !known.contains(number));
    }

    /// Whether a number is on two orders.
    boolean hasTwice() {
        var seen = new HashSet<Long>();
        return Stream.concat(isNewCount() ? Stream.empty() : others.stream(), own.stream())
                .anyMatch(number -> !seen.add(number));
    }

    /// The first number that belongs to the shift; [#NONE] if it is unknown.
    private long start() {
        var first = least(own);
        if (isNewCount() || lastBefore < 0) {
            return first;
        }
        return first < 0 ? lastBefore + 1 : Math.min(first, lastBefore + 1);
    }

    private boolean isNewCount() {
        var first = own.isEmpty() ? lastReported : least(own);
        return own.isEmpty() ? first < lastBefore : first <= LATEST_START && first <= lastBefore;
    }

    private static long least(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).min().orElse(NONE);
    }

    private static long greatest(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).max().orElse(NONE);
    }
}
