package org.nuancan.console.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs of a day.
///
/// @param date the day that is shown, empty for every day
/// @param slot the meal that is shown, empty for all
/// @param today the day that a new run is for unless another is chosen
/// @param sites names of sites by id, as far as they are known
/// @param next the address of the next page, if there is one
public record RunList(
        Optional<LocalDate> date,
        Optional<String> slot,
        LocalDate today,
        List<Run> items,
        Map<String, String> sites,
        Optional<String> next) {

    /// The meals of a day.
    public static final List<String> SLOTS = List.of("BREAKFAST", "LUNCH", "DINNER");

    /// The name of the site that cooks, or its id.
    public String site(Run run) {
        return sites.getOrDefault(run.siteId(), run.siteId());
    }

    /// Sites that runs have left from, for the form.
    public List<String> siteIds() {
        return items.stream().map(Run::siteId).distinct().toList();
    }
}
