package org.nuancan.fund;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.fund.FundYear.Warning;
import org.nuancan.money.Fen;

/// A payer's claims over a year, day by day.
///
/// @param byDay claims of each day, within one year
/// @param today the last day that counts
record Course(NavigableMap<LocalDate, Fen> byDay, LocalDate today) {

    private static final int DAYS = 28;
    private static final List<Integer> PERCENTS = List.of(80, 95, 100);
    private static final int WHOLE = 100;

    Course {
        byDay = new TreeMap<>(byDay);
    }

    Fen total() {
        return Fen.sum(byDay.values());
    }

    /// Expected claims at the end of the year, if they continue as in the last 28 days. For a past
    /// year, the actual claims.
    Fen forecast(LocalDate lastDay) {
        if (byDay.isEmpty() || !today.isBefore(lastDay)) {
            return total();
        }
        var ahead = ChronoUnit.DAYS.between(today, lastDay);
        return total().plus(Fen.of(ceiling(recent().value(), days(), ahead)));
    }

    private LocalDate from() {
        var window = today.minusDays(DAYS - 1L);
        var first = byDay.firstKey();
        return first.isAfter(window) ? first : window;
    }

    private long days() {
        return Math.max(1, ChronoUnit.DAYS.between(from(), today) + 1);
    }

    private Fen recent() {
        return Fen.sum(byDay.tailMap(from(), true).values()).max(Fen.ZERO);
    }

    private static long ceiling(long sum, long days, long ahead) {
        return Math.ceilDiv(Math.multiplyExact(sum, ahead), days);
    }

    /// The used parts of a budget, and those that will be used by the end of the year.
    List<Warning> warnings(Fen budget, LocalDate lastDay) {
        var warnings = new ArrayList<Warning>();
        if (!budget.isPositive()) {
            return warnings;
        }
        for (var percent : PERCENTS) {
            var threshold =
                    Fen.of(Math.ceilDiv(Math.multiplyExact(budget.value(), percent), WHOLE));
            var reached = reachedOn(threshold);
            if (reached.isPresent()) {
                warnings.add(new Warning(percent, true, reached.get()));
            } else {
                expectedOn(threshold, lastDay)
                        .ifPresent(on -> warnings.add(new Warning(percent, false, on)));
            }
        }
        return warnings;
    }

    /// The day since which the threshold is reached, if it still is.
    private Optional<LocalDate> reachedOn(Fen threshold) {
        if (total().compareTo(threshold) < 0) {
            return Optional.empty();
        }
        var sum = Fen.ZERO;
        for (Map.Entry<LocalDate, Fen> day : byDay.entrySet()) {
            sum = sum.plus(day.getValue());
            if (sum.compareTo(threshold) >= 0) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> expectedOn(Fen threshold, LocalDate lastDay) {
        if (byDay.isEmpty() || recent().isZero() || forecast(lastDay).compareTo(threshold) < 0) {
            return Optional.empty();
        }
        var missing = threshold.minus(total());
        var ahead = Math.ceilDiv(Math.multiplyExact(missing.value(), days()), recent().value());
        var on = today.plusDays(ahead);
        return Optional.of(on.isAfter(lastDay) ? lastDay : on);
    }
}
