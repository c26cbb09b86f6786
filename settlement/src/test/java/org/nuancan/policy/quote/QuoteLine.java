package org.nuancan.policy.quote;

/// Writes a quote in one line.
final class QuoteLine {

    private QuoteLine() {}

    /// `A 300, B 200; C WHO`: grants in their order, refusals in theirs.
    static String of(Quote quote) {
        var grants =
                quote.grants().stream()
                        .map(grant -> grant.code() + " " + grant.fen().value())
                        .toList();
        var refusals =
                quote.refusals().stream()
                        .map(refusal -> refusal.code() + " " + refusal.reason())
                        .toList();
        return String.join(", ", grants) + "; " + String.join(", ", refusals);
    }
}
