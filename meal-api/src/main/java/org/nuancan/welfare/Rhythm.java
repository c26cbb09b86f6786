package org.nuancan.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The weekly rhythm in which somebody eats, and whether it has broken off. Pure.
///
/// Somebody is expected on a day who ate on at least three of the four same weekdays before it;
/// weeks in which the elder was away do not count, and with fewer than three that do nobody is
/// expected. It has broken off when the last two days on which the elder was expected were missed,
/// and nothing was eaten since the first of them.
///
/// @param eaten days with a meal
/// @param excused whether it is known why the elder did not eat on a day: a stay, a pause, a meal
///   that was cancelled, a canteen that was closed
record Rhythm(Set<LocalDate> eaten, Predicate<LocalDate> excused) {

    /// How far back it is looked.
    static final int DAYS = 7 + 4 * 7;

    private static final int WEEKS = 4;
    private static final int AT_LEAST = 3;
    private static final int MISSED = 2;

    /// How many days back it may have broken off.
    static final int LOOKED_BACK = 7;

    Rhythm {
        eaten = Set.copyOf(eaten);
    }

    /// The two days that were missed, the later first; none if the rhythm holds.
    List<LocalDate> missedBefore(LocalDate today) {
        if (eaten.contains(today)) {
            return List.of();
        }
        var missed = new ArrayList<LocalDate>();
        for (var back = 1; back <= LOOKED_BACK && missed.size() < MISSED; back++) {
            var day = today.minusDays(back);
            if (eaten.contains(day)) {
                return List.of();
            }
            if (isExpected(day)) {
                missed.add(day);
            }
        }
        return missed.size() == MISSED ? List.copyOf(missed) : List.of();
    }

    private boolean isExpected(LocalDate day) {
        if (excused.test(day)) {
            return false;
        }
        var ate = 0;
        for (var week = 1; week <= WEEKS; week++) {
            var before = day.minusWeeks(week);
            if (eaten.contains(before)) {
                ate++;
            }
        }
        return ate >= AT_LEAST;
    }
}
