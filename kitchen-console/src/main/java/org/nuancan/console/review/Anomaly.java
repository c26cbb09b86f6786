package org.nuancan.console.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What a check of the platform found.
///
/// @param severity `NOTE` or `HOLD`
/// @param title what it is, in the reader's language
/// @param explanation the figures that led to it
/// @param held whether the line's sum is held back
/// @param verdict `GENUINE` or `RECOVER`, once somebody has decided
public record Anomaly(
        String anomalyId,
        String code,
        String severity,
        String title,
        String explanation,
        boolean held,
        String siteId,
        LocalDate serviceDate,
        Optional<String> statementId,
        OffsetDateTime foundAt,
        Optional<String> verdict,
        Optional<String> reason,
        Optional<String> resolvedBy) {

    /// Whether a decision is missing.
    public boolean isOpen() {
        return verdict.isEmpty();
    }
}
