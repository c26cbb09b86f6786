package org.nuancan.finance.check;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.check.Anomalies;
import org.nuancan.check.Anomaly;
import org.nuancan.check.CheckCode;
import org.nuancan.check.Severity;
import org.nuancan.http.problem.Language;
import org.nuancan.http.text.Id;

/// A finding of the platform's checks.
///
/// @param title a short title
/// @param explanation the facts, and what to examine
/// @param held whether it put its line on hold
/// @param orderId null for a pattern
/// @param journalId the line; null for a pattern
/// @param verdict null while it is undecided
@Introspected
record AnomalyAnswer(
        Id anomalyId,
        CheckCode code,
        Severity severity,
        String title,
        String explanation,
        boolean held,
        String districtCode,
        String streetCode,
        Id providerId,
        Id siteId,
        LocalDate serviceDate,
        @Nullable Id orderId,
        @Nullable Id statementId,
        @Nullable Id journalId,
        Instant foundAt,
        Anomalies.@Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    static AnomalyAnswer of(Anomaly anomaly, Language language) {
        var english = language == Language.ENGLISH;
        var decided = anomaly.resolution();
        return new AnomalyAnswer(
                new Id(anomaly.anomalyId()),
                anomaly.code(),
                anomaly.severity(),
                anomaly.title(english),
                anomaly.explanation(english),
                anomaly.held(),
                anomaly.at().district(),
                anomaly.at().street(),
                new Id(anomaly.at().providerId()),
                new Id(anomaly.at().siteId()),
                anomaly.at().serviceDate(),
                anomaly.orderId().map(Id::new).orElse(null),
                anomaly.statementId().map(Id::new).orElse(null),
                anomaly.line().map(line -> new Id(line.journalId())).orElse(null),
                anomaly.foundAt(),
                decided.map(Anomaly.Resolution::verdict).orElse(null),
                decided.map(Anomaly.Resolution::reason).orElse(null),
                decided.map(Anomaly.Resolution::by).orElse(null),
                decided.map(Anomaly.Resolution::at).orElse(null));
    }
}
