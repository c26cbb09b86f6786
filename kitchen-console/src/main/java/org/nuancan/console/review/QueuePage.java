package org.nuancan.console.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The statements that wait for a level.
///
/// @param level the level that was chosen, empty for the reader's own
/// @param anomalies how many open anomalies a statement has, by its id
/// @param providers names by id
/// @param next the address of what follows, if anything does
public record QueuePage(
        String level,
        List<Waiting> items,
        Map<String, Long> anomalies,
        Map<String, String> providers,
        Optional<String> next) {

    /// The levels that can be looked at.
    public static final List<String> LEVELS = List.of("PROVIDER", "STREET", "DISTRICT", "FINANCE");

    /// The name of a statement's provider, or its id.
    public String provider(Waiting waiting) {
        return providers.getOrDefault(waiting.providerId(), waiting.providerId());
    }

    /// Open anomalies of a statement.
    public long anomalies(Waiting waiting) {
        return anomalies.getOrDefault(waiting.statementId(), 0L);
    }

    /// Whether nothing of a statement needs a closer look.
    public boolean isClean(Waiting waiting) {
        return waiting.heldFen() == 0 && !waiting.disputed() && anomalies(waiting) == 0;
    }
}
