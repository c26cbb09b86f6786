package org.nuancan.till;

import java.time.LocalDate;
import org.nuancan.order.Sale;
import org.nuancan.provider.SiteOnFile;

/// A terminal and the site it stands in.
///
/// @param terminal the terminal's id
/// @param site where it stands
record TillSite(String terminal, SiteOnFile site) {

    /// The site as policies see it on a service date.
    Sale.Place place(LocalDate serviceDate) {
        return Sale.Place.of(site, serviceDate);
    }
}
