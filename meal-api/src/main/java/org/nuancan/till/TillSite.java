package org.nuancan.till;

import java.time.LocalDate;
import org.nuancan.order.Sale;
import org.nuancan.provider.SiteOnFile;

/// A terminal and its site.
///
/// @param terminal the terminal's id
/// @param site the site of the terminal
record TillSite(String terminal, SiteOnFile site) {

    /// The site's facts for policies on a service date.
    Sale.Place place(LocalDate serviceDate) {
        return Sale.Place.of(site, serviceDate);
    }
}
