package org.nuancan.finance.statistics;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.Language;
import org.nuancan.statistics.CountedCell;
import org.nuancan.statistics.YearlyReport;

/// The lines of the yearly report.
///
/// @param asOf the instant of the figures
@Introspected
record ReportResponse(LocalDate from, LocalDate to, Instant asOf, List<LineAnswer> lines) {

    /// A line of the report.
    ///
    /// @param line its stable name, such as `points.total`
    /// @param value null if no district has stated it, or if it is hidden
    /// @param hidden null if the value is shown; `FEW` for fewer than 5 elders, to be printed as
    ///   `<5`; `SECOND` if a hidden value could be computed from it
    @Introspected
    record LineAnswer(
            String line, String name, @Nullable Long value, CountedCell.@Nullable Hiding hidden) {

        static LineAnswer of(YearlyReport.Line line, Language language) {
            return new LineAnswer(
                    line.line().line(),
                    switch (language) {
                        case CHINESE -> line.line().chinese();
                        case ENGLISH -> line.line().english();
                    },
                    line.value().isPresent() ? line.value().getAsLong() : null,
                    line.hiding().orElse(null));
        }
    }
}
