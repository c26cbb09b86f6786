package org.nuancan.console.kitchen;

import java.util.List;
import org.nuancan.console.api.Sales;
import org.nuancan.console.api.Site;

/// A site's day as the page shows it.
///
/// @param sites all that the reader may choose from, this one too
public record Today(List<Site> sites, Site site, Sales sales) {}
