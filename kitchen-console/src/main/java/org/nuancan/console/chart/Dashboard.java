package org.nuancan.console.chart;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The charts of the start page; a part that meal-api did not give is empty.
///
/// @param today the business day
public record Dashboard(List<MealsOfDay> days, Spending spending, Ageing ageing, LocalDate today) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /// Days from a time until today.
    public long daysSince(OffsetDateTime since) {
        var from = since.atZoneSameInstant(SHANGHAI).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(from, today));
    }
}
