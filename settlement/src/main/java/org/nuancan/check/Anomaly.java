package org.nuancan.check;

import java.time.Instant;
import java.util.Optional;

/// Something a check has found, and what an officer made of it.
///
/// @param orderId of the meal, if it is about one
/// @param statementId of the provider's statement it was found with
/// @param line the line it is about
/// @param facts as the check keeps them, for [Explanations]
/// @param held whether it put its line on hold
/// @param resolution empty while nobody has decided
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

    /// What an officer decided.
    public record Resolution(Anomalies.Verdict verdict, String reason, String by, Instant at) {}

    /// What it is, in a few words.
    public String title(boolean english) {
        return Explanations.title(code, english);
    }

    /// What was seen, for an officer.
    public String explanation(boolean english) {
        return Explanations.text(code, facts, held, english);
    }
}
