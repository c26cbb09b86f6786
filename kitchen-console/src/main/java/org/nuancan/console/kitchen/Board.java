package org.nuancan.console.kitchen;

import java.util.List;
import org.nuancan.console.api.Site;

/// A kitchen's board for one meal.
///
/// @param sites those to choose from
public record Board(
        Meal meal,
        List<Site> sites,
        Production production,
        Balance balance,
        List<CookedBatch> batches,
        Samples samples) {

    /// The name of the site.
    public String site() {
        return sites.stream()
                .filter(site -> site.siteId().equals(meal.siteId()))
                .map(Site::name)
                .findFirst()
                .orElse(meal.siteId());
    }
}
