package org.nuancan.ordering.record;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.InList;
import org.nuancan.http.text.Id;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.OrderFilter;
import org.nuancan.ordering.OrderScope;
import org.nuancan.ordering.OrderWord;
import org.nuancan.ordering.Preorder;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Basket;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Reads and writes orders with their items, in the current transaction; addresses and PINs are
/// encrypted.
@Singleton
public final class PreorderStore implements SealedColumns {

    private static final SealedColumn ADDRESS =
            SealedColumn.of("preorder-address", "preorder", "address", "order_id");

    private static final SealedColumn PIN =
            SealedColumn.of("preorder-pin", "preorder", "pin", "order_id");

    private final PreorderRepository orders;
    private final PreorderItemRepository items;
    private final Secrets secrets;

    PreorderStore(PreorderRepository orders, PreorderItemRepository items, Secrets secrets) {
        this.orders = orders;
        this.items = items;
        this.secrets = secrets;
    }

    void insert(Preorder order) {
        var orderId = order.orderId();
        var _ =
                orders.save(
                        PreorderEntity.of(
                                order,
                                secrets.seal(ADDRESS, order.address(), orderId),
                                secrets.seal(PIN, order.pin(), orderId)));
        var lines = new ArrayList<PreorderItemEntity>();
        for (var line : order.basket().lines()) {
            lines.add(PreorderItemEntity.of(orderId, lines.size() + 1, line));
        }
        var _ = items.saveAll(lines);
    }

    /// Writes the state of an order, whose row is locked.
    void progress(long orderId, Preorder.Progress progress) {
        orders.progress(
                orderId,
                progress.state(),
                progress.cooked(),
                progress.failure().orElse(null),
                progress.steps());
    }

    /// The order with its items, address and PIN; empty if the id is unknown.
    public Optional<Preorder> find(long orderId) {
        return whole(orders.findById(orderId));
    }

    /// As [#find], with the row locked until the transaction ends.
    public Optional<Preorder> lock(long orderId) {
        return whole(orders.lock(orderId));
    }

    /// The orders with these ids, in ascending order; ids without an order are left out.
    public List<Preorder> list(Collection<Long> orderIds) {
        return orderIds.isEmpty() ? List.of() : whole(orders.list(InList.of(orderIds)));
    }

    /// All orders of a meal of a site, in the order of their ids.
    public List<Preorder> ofMeal(Menu.Meal meal) {
        return whole(orders.ofMeal(meal.siteId(), meal.date(), meal.slot()));
    }

    /// The orders of an elder at a site for a day that can still be collected, ordered by id.
    public List<Preorder> toCollect(long elderId, long siteId, LocalDate date) {
        return whole(orders.toCollect(elderId, siteId, date));
    }

    /// The orders of an elder for a meal that are neither cancelled nor failed.
    public List<Preorder> ofElder(long elderId, LocalDate date, Slot slot) {
        return whole(orders.ofElder(elderId, date, slot));
    }

    /// The orders of a filter that are in a scope, after one.
    public List<Preorder> list(
            OrderFilter filter, Optional<OrderWord> word, OrderScope scope, long after, int most) {
        return whole(
                orders.list(
                        after,
                        scope.area().orElse(null),
                        scope.siteId().orElse(null),
                        scope.providerId().orElse(null),
                        scope.carrierId().orElse(null),
                        value(filter.deliveryProviderId()),
                        value(filter.elderId()),
                        value(filter.siteId()),
                        filter.date(),
                        filter.slot(),
                        filter.state(),
                        word.isEmpty(),
                        word.map(OrderWord::orderId).orElse(0L),
                        InList.of(word.map(OrderWord::elderIds).orElse(List.of(0L))),
                        most));
    }

    private static @Nullable Long value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /// The sites with orders for a meal that a provider delivers and that have not left.
    public List<Long> sitesToCarry(long carrierId, LocalDate date, Slot slot) {
        return orders.sitesToCarry(carrierId, date, slot);
    }

    /// Failed orders in a scope whose proof came too late, before one, the latest ordered first.
    public List<Preorder> provenTooLate(OrderScope scope, long before, int most) {
        return whole(
                orders.listProvenTooLate(
                        before, scope.area().orElse(null), scope.carrierId().orElse(null), most));
    }

    private Optional<Preorder> whole(Optional<PreorderEntity> row) {
        return whole(row.stream().toList()).stream().findFirst();
    }

    private List<Preorder> whole(List<PreorderEntity> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(PreorderEntity::orderId).toList();
        var baskets =
                items.list(InList.of(ids)).stream()
                        .collect(
                                groupingBy(
                                        item -> item.id().orderId(),
                                        mapping(PreorderItemEntity::line, toList())));
        return rows.stream()
                .map(row ->
                        row.order(
                                new Basket(baskets.getOrDefault(row.orderId(), List.of())),
                                secrets.open(ADDRESS, row.address(), row.orderId()),
                                secrets.open(PIN, row.pin(), row.orderId())))
                .toList();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ADDRESS, PIN);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
