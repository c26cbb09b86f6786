package org.nuancan.till;

import java.time.LocalDate;
import org.nuancan.check.EatenMeal;
import org.nuancan.order.Sale;
import org.nuancan.provider.SiteOnFile;

/// A terminal and the site it stands in.
///
/// @param terminal the terminal's id
/// @param site where it stands
record TillSite(String terminal, SiteOnFile site) {

    /// The site as policies see it on a service date.
    Sale.Place place(LocalDate serviceDate) {
        return new Sale.Place(
                site.siteId(),
                site.providerId(),
                site.districtCode(),
                site.facts(serviceDate),
                new EatenMeal.Room(
                        site.profile().seats(),
                        site.profile().dailyCapacity(),
                        site.profile().place().latitudeMicro(),
                        site.profile().place().longitudeMicro()));
    }
}
