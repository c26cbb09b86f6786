package org.nuancan.provider.price;

import org.nuancan.money.Fen;

/// The price of an item.
///
/// @param sku the provider's code of the item
/// @param price for one; 0 if `openPrice`
/// @param subsidisable whether it counts towards the bill to which policies apply
/// @param openPrice whether its price is keyed in at the till, as for food sold by weight
public record PricedItem(
        String sku, String name, Fen price, boolean subsidisable, boolean openPrice) {}
