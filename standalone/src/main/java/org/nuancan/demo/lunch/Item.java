package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// An article on the tray.
///
/// @param subsidisable whether the subsidised bill includes it
/// @param keyedIn whether the price was keyed in, as for food sold by weight
record Item(String sku, int quantity, long unitPriceFen, boolean subsidisable, boolean keyedIn) {

    static Item of(Shop.Price price, int quantity) {
        return new Item(price.sku(), quantity, price.priceFen(), price.subsidisable(), false);
    }

    static Item byWeight(Shop.Price price, long fen) {
        return new Item(price.sku(), 1, fen, price.subsidisable(), true);
    }

    long fen() {
        return quantity * unitPriceFen;
    }

    Item times(int newQuantity) {
        return new Item(sku, newQuantity, unitPriceFen, subsidisable, keyedIn);
    }

    static long grossFen(List<Item> items) {
        return items.stream().mapToLong(Item::fen).sum();
    }

    static long billFen(List<Item> items) {
        return items.stream().filter(Item::subsidisable).mapToLong(Item::fen).sum();
    }

    ObjectNode json() {
        var node = Api.JSON.createObjectNode().put("sku", sku).put("quantity", quantity);
        return keyedIn ? node.put("unitPriceFen", unitPriceFen) : node;
    }
}
