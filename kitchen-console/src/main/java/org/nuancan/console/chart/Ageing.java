package org.nuancan.console.chart;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// How long statements wait at each level.
public record Ageing(List<OfLevel> items) {

    /// A level's queue.
    ///
    /// @param overdue those of the waiting that are late
    /// @param oldest since when the first has waited
    public record OfLevel(
            String level, long waiting, long overdue, Optional<OffsetDateTime> oldest) {}
}
