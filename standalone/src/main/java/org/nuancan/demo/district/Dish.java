package org.nuancan.demo.district;

/// A line of a price list.
///
/// @param sku ASCII
/// @param priceFen 0 where the price is keyed in
/// @param subsidisable true for food, false for beer and goods
/// @param openPrice whether it is sold by weight, so that its price is keyed in at the till
public record Dish(
        String sku, String name, long priceFen, boolean subsidisable, boolean openPrice) {

    static Dish food(String sku, String name, long priceFen) {
        return new Dish(sku, name, priceFen, true, false);
    }

    static Dish goods(String sku, String name, long priceFen) {
        return new Dish(sku, name, priceFen, false, false);
    }

    static Dish byWeight(String sku, String name) {
        return new Dish(sku, name, 0, true, true);
    }

    /// The same dish at a higher price.
    Dish dearer(long byFen) {
        return openPrice ? this : new Dish(sku, name, priceFen + byFen, subsidisable, false);
    }
}
