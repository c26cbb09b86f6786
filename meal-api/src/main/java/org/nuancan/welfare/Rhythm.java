package org.nuancan.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The weekly rhythm in which an elder eats, and whether it is broken. Pure.
///
/// An elder is expected on a day if they ate on at least three of the four same weekdays before it.
/// Weeks in which the elder was away do not count; with fewer than three weeks that count, the
/// elder is not expected. The rhythm is broken if the last two expected days were missed and the
/// elder has not eaten since the first of them.
///
/// @param eaten days with a meal
/// @param excused whether there is a known reason why the elder did not eat on a day: a stay, a
///   pause, a cancelled meal, a closed canteen
record Rhythm(Set<LocalDate> eaten, Predicate<LocalDate> excused) {

    /// Number of past days that are read.
    static final int DAYS = 7 + 4 * 7;

    private static final int WEEKS = 4;
    private static final int AT_LEAST = 3;
    private static final int MISSED = 2;

    /// Number of past days in which the rhythm may have been broken.
    static final int LOOKED_BACK = 7;

    Rhythm {
        eaten = Set.copyOf(eaten);
    }

    /// The two missed days, the later first; empty if the rhythm is not broken.
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
