package org.nuancan.plan;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A day of the week, as the contract and policies spell it.
enum Weekday {
    MON(DayOfWeek.MONDAY),
    TUE(DayOfWeek.TUESDAY),
    WED(DayOfWeek.WEDNESDAY),
    THU(DayOfWeek.THURSDAY),
    FRI(DayOfWeek.FRIDAY),
    SAT(DayOfWeek.SATURDAY),
    SUN(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    Weekday(DayOfWeek day) {
        this.day = day;
    }

    static Weekday of(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> MON;
            case TUESDAY -> TUE;
            case WEDNESDAY -> WED;
            case THURSDAY -> THU;
            case FRIDAY -> FRI;
            case SATURDAY -> SAT;
            case SUNDAY -> SUN;
        };
    }

    DayOfWeek day() {
        return day;
    }

    /// Writes days into one column: `MON,WED`.
    static String write(Collection<DayOfWeek> days) {
        return days.stream().sorted().map(day -> of(day).name()).collect(Collectors.joining(","));
    }

    static Set<DayOfWeek> read(String column) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(column.split(",", -1)).forEach(name -> days.add(valueOf(name).day()));
        return days;
    }
}
