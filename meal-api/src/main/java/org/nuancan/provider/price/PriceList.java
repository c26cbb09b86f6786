package org.nuancan.provider.price;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The prices of a site at an instant, in the order in which the provider lists them.
public final class PriceList {

    /// The list of a site that has not set any price.
    static final PriceList EMPTY = new PriceList(List.of());

    private final Map<String, PricedItem> bySku;

    /// @param items no sku twice
    /// @throws IllegalArgumentException for a sku that occurs twice
    public PriceList(List<PricedItem> items) {
        var map = new LinkedHashMap<String, PricedItem>();
        for (var item : items) {
            if (map.put(item.sku(), item) != null) {
                throw new IllegalArgumentException("priced twice: " + item.sku());
            }
        }
        bySku = Collections.unmodifiableMap(map);
    }

    /// The price of an item, if it is on the list.
    public Optional<PricedItem> find(String sku) {
        return Optional.ofNullable(bySku.get(sku));
    }

    /// All items.
    public List<PricedItem> items() {
        return List.copyOf(bySku.values());
    }
}
