package org.nuancan.check;

import java.time.Instant;
import java.util.Optional;

/// A finding of a check with an officer's verdict.
///
/// @param orderId order of the meal, if it is about one
/// @param statementId the provider's statement that the finding belongs to
/// @param line the line it is about
/// @param facts as the check stores them, for [Explanations]
/// @param held whether it put its line on hold
/// @param resolution empty while it has no verdict
public record Anomaly(
        long anomalyId,
        CheckCode code,
        Severity severity,
        FoundAt at,
        Optional<Long> orderId,
        Optional<Long> statementId,
        Optional<Line> line,
        String facts,
        Instant foundAt,
        boolean held,
        Optional<Resolution> resolution) {

    /// A line of a statement.
    public record Line(long statementId, long journalId) {}

    /// An officer's verdict with its reason.
    public record Resolution(Anomalies.Verdict verdict, String reason, String by, Instant at) {}

    /// The title of the finding, in a few words.
    public String title(boolean english) {
        return Explanations.title(code, english);
    }

    /// Explanation of the finding for an officer.
    public String explanation(boolean english) {
        return Explanations.text(code, facts, held, english);
    }
}
