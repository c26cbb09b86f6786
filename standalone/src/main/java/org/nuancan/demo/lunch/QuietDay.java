package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.time.ZoneId;

/// Finds a day for the lunch: from today on the first with nothing booked on it or behind it.
///
/// So the demo can be played again and again, each time a day later.
final class QuietDay {

    private static final int YEARS_AHEAD = 20;

    private QuietDay() {}

    static LocalDate after(Session city, LocalDate earliest) {
        var everything = TrialBalance.read(city, earliest.plusYears(YEARS_AHEAD));
        var day = earliest;
        while (!TrialBalance.read(city, day.minusDays(1)).equals(everything)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
