package org.nuancan.console.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Anomalies without a decision.
///
/// @param sites names by id
/// @param next the address of what follows, if anything does
public record AnomalyList(List<Anomaly> items, Map<String, String> sites, Optional<String> next) {

    /// The name of the site, or its id.
    public String site(Anomaly anomaly) {
        return sites.getOrDefault(anomaly.siteId(), anomaly.siteId());
    }
}
