package org.nuancan.till.order;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// An ordered meal that is ready at the counter.
///
/// @param agreedFen the most that the elder pays
@Introspected
record ToCollect(
        Id orderId,
        PreorderState state,
        LocalDate serviceDate,
        Slot slot,
        Fulfilment fulfilment,
        List<Item> items,
        Fen agreedFen) {

    /// The number of portions of a dish.
    @Introspected
    record Item(String sku, String name, int quantity) {}

    static ToCollect of(Preorder order) {
        return new ToCollect(
                new Id(order.orderId()),
                order.state(),
                order.when().serviceDate(),
                order.when().slot(),
                order.when().fulfilment(),
                order.basket().lines().stream()
                        .map(line -> new Item(line.sku(), line.name(), line.quantity()))
                        .toList(),
                order.agreed().elderPays());
    }
}
