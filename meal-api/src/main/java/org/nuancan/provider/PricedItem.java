package org.nuancan.provider;

import org.nuancan.money.Fen;

/// What an item costs.
///
/// @param sku which item, as the provider calls it
/// @param price for one; nothing if `openPrice`
/// @param subsidisable whether it counts towards the bill that policies look at
/// @param openPrice whether its price is keyed in at the till, as for food sold by weight
public record PricedItem(
        String sku, String name, Fen price, boolean subsidisable, boolean openPrice) {}
