package org.nuancan.till;

import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.sale.Sale;

/// A terminal and its site.
///
/// @param terminal the terminal's id
/// @param site the site of the terminal
public record TillSite(String terminal, SiteOnFile site) {

    /// The site at the instant of a sale: without subsidy while its provider is stopped.
    Sale.Place place(LocalDate serviceDate, Instant at) {
        var place = place(serviceDate);
        return site.isStoppedAt(at) ? place.withoutSubsidy() : place;
    }

    /// The site's facts for policies on a service date.
    public Sale.Place place(LocalDate serviceDate) {
        return Sale.Place.of(site, serviceDate);
    }
}
