package org.nuancan.ordering.record;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.nuancan.money.Fen;
import org.nuancan.sale.Basket;

/// A row of `preorder_item`.
@MappedEntity("preorder_item")
record PreorderItemEntity(
        @EmbeddedId Key id,
        String sku,
        String name,
        int quantity,
        long unitPriceFen,
        boolean subsidisable,
        boolean fee) {

    /// @param line from 1
    @Embeddable
    record Key(@MappedProperty("order_id") long orderId, @MappedProperty("line") int line) {}

    static PreorderItemEntity of(long orderId, int number, Basket.Line line) {
        return new PreorderItemEntity(
                new Key(orderId, number),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice().value(),
                line.subsidisable(),
                line.fee());
    }

    Basket.Line line() {
        return new Basket.Line(sku, name, quantity, Fen.of(unitPriceFen), subsidisable, fee);
    }
}
