package org.nuancan.delivery.carrier;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;

/// A provider that can deliver the meals of a site.
///
/// @param fees its delivery fees; an order needs one of them if there are several
@Introspected
record DeliveryProviderResponse(Id providerId, String name, List<Fee> fees) {

    /// A delivery fee.
    @Introspected
    record Fee(String sku, String name, Fen priceFen) {

        private static Fee of(PricedItem item) {
            return new Fee(item.sku(), item.name(), item.price());
        }
    }

    static DeliveryProviderResponse of(long providerId, String name, PriceList fees) {
        return new DeliveryProviderResponse(
                new Id(providerId), name, fees.items().stream().map(Fee::of).toList());
    }
}
