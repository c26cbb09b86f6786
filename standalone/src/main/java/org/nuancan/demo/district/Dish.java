package org.nuancan.demo.district;

/// A line of a price list.
///
/// @param sku ASCII
/// @param priceFen 0 where the price is keyed in
/// @param subsidisable food yes, beer and goods no
/// @param openPrice sold by weight, its price is keyed in at the till
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

    /// The same dish where everything costs a little more.
    Dish dearer(long byFen) {
        return openPrice ? this : new Dish(sku, name, priceFen + byFen, subsidisable, false);
    }
}
