package org.nuancan.statistics;

import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Counts meals for the yearly report. Sales without an elder are not counted.
public final class ServedTally {

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final RoaringBitmap focus = new RoaringBitmap();
    private long times;
    private long focusTimes;

    /// Counts a meal.
    public void add(CountedMeal meal) {
        meal.eater().ifPresent(this::add);
    }

    private void add(CountedMeal.Eater eater) {
        var number = numbers.computeIfAbsent(eater.elderId(), _ -> numbers.size());
        times++;
        if (eater.isInFocus()) {
            focus.add(number);
            focusTimes++;
        }
    }

    /// The counts so far.
    public ServedTotals served() {
        return new ServedTotals(numbers.size(), times, focus.getLongCardinality(), focusTimes);
    }
}
