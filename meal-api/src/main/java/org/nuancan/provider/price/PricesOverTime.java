package org.nuancan.provider.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The price lists of some sites over a time.
public final class PricesOverTime {

    /// A list with the period in which it is in force.
    ///
    /// @param siteId the site
    /// @param from start of the period
    /// @param to end of the period, exclusive, if it has one
    record Dated(long siteId, Instant from, Optional<Instant> to, PriceList list) {

        private boolean holds(long site, Instant at) {
            return siteId == site && !from.isAfter(at) && (to.isEmpty() || to.get().isAfter(at));
        }
    }

    private final List<Dated> lists;

    /// @param lists the newest first
    PricesOverTime(List<Dated> lists) {
        this.lists = List.copyOf(lists);
    }

    /// The prices of a site at an instant; empty if it had set none.
    public PriceList at(long siteId, Instant at) {
        return lists.stream()
                .filter(dated -> dated.holds(siteId, at))
                .findFirst()
                .map(Dated::list)
                .orElse(PriceList.EMPTY);
    }
}
