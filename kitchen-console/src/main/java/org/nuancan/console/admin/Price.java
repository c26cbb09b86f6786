package org.nuancan.console.admin;

import java.util.List;

/// A line of a site's price list.
///
/// @param openPrice whether the price is keyed in at the till
public record Price(
        String sku, String name, long priceFen, boolean subsidisable, boolean openPrice) {

    /// A site's price list.
    public record Prices(List<Price> items) {}
}
