package org.nuancan.provider.price;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.nuancan.money.Fen;

/// A row of `price`.
@MappedEntity("price")
record PriceEntity(
        @EmbeddedId Key id,
        int position,
        String name,
        long priceFen,
        boolean subsidisable,
        boolean openPrice) {

    @Embeddable
    record Key(@MappedProperty("list_id") long listId, @MappedProperty("sku") String sku) {}

    static PriceEntity of(long listId, int position, PricedItem item) {
        return new PriceEntity(
                new Key(listId, item.sku()),
                position,
                item.name(),
                item.price().value(),
                item.subsidisable(),
                item.openPrice());
    }

    PricedItem item() {
        return new PricedItem(id.sku, name, Fen.of(priceFen), subsidisable, openPrice);
    }
}
