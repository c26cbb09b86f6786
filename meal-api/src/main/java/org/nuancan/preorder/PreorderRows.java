package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.order.Basket;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Slot;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Reads and writes orders; addresses and PINs are sealed.
@Singleton
final class PreorderRows implements SealedColumns {

    private static final SealedColumn ADDRESS =
            SealedColumn.of("preorder-address", "preorder", "address", "order_id");

    private static final SealedColumn PIN =
            SealedColumn.of("preorder-pin", "preorder", "pin", "order_id");

    private static final String COLUMNS =
            """
            select order_id, district_code, elder_id, household_division, residence_division,
                   site_id, provider_id, delivery_provider_id, service_date, slot, fulfilment,
                   state, cooked, failure_reason, steps, plan_id, placed_by, placed_at,
                   elder_pays_fen, quote, address, pin,
                   allergen_accepted_by, diet_accepted_by
              from preorder
            """;

    private final Secrets secrets;

    PreorderRows(Secrets secrets) {
        this.secrets = secrets;
    }

    void insert(Connection connection, Preorder order) throws SQLException {
        Batch.into(
                        "preorder",
                        "order_id",
                        "district_code",
                        "elder_id",
                        "household_division",
                        "residence_division",
                        "site_id",
                        "provider_id",
                        "delivery_provider_id",
                        "service_date",
                        "slot",
                        "fulfilment",
                        "state",
                        "cooked",
                        "failure_reason",
                        "steps",
                        "plan_id",
                        "placed_by",
                        "placed_at",
                        "gross_fen",
                        "bill_fen",
                        "elder_pays_fen",
                        "quote",
                        "address",
                        "pin",
                        "allergen_accepted_by",
                        "diet_accepted_by")
                .row(
                        order.orderId(),
                        order.eater().districtCode(),
                        order.eater().elderId(),
                        order.eater().household(),
                        order.eater().residence(),
                        order.where().siteId(),
                        order.where().providerId(),
                        order.where().deliveryProviderId().orElse(null),
                        order.when().serviceDate(),
                        order.when().slot(),
                        order.when().fulfilment(),
                        order.state(),
                        order.progress().cooked(),
                        order.progress().failure().orElse(null),
                        order.progress().steps(),
                        order.when().planId().orElse(null),
                        order.when().placedBy(),
                        order.when().placedAt(),
                        order.basket().gross().value(),
                        order.basket().bill().value(),
                        order.agreed().elderPays().value(),
                        QuoteText.write(order.agreed()),
                        secrets.seal(ADDRESS, order.address(), order.orderId()),
                        secrets.seal(PIN, order.pin(), order.orderId()),
                        order.agreed().accepted().allergenBy().orElse(null),
                        order.agreed().accepted().dietBy().orElse(null))
                .write(connection);
        insertItems(connection, order);
    }

    private static void insertItems(Connection connection, Preorder order) throws SQLException {
        var items =
                Batch.into(
                        "preorder_item",
                        "order_id",
                        "line",
                        "sku",
                        "name",
                        "quantity",
                        "unit_price_fen",
                        "subsidisable",
                        "fee");
        var line = 1;
        for (var item : order.basket().lines()) {
            items.row(
                    order.orderId(),
                    line++,
                    item.sku(),
                    item.name(),
                    item.quantity(),
                    item.unitPrice().value(),
                    item.subsidisable(),
                    item.fee());
        }
        items.write(connection);
    }

    /// Writes how far an order has come, whose row is locked.
    void progress(Connection connection, long orderId, Preorder.Progress progress)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update preorder
                           set state = ?, cooked = ?, failure_reason = ?, steps = ?
                         where order_id = ?
                        """)
                .with(progress.state(), progress.cooked(), progress.failure().orElse(null))
                .with(progress.steps(), orderId)
                .run();
    }

    Optional<Preorder> find(Connection connection, long orderId) throws SQLException {
        return some(connection, "where order_id = ?", orderId).stream().findFirst();
    }

    Optional<Preorder> lock(Connection connection, long orderId) throws SQLException {
        return some(connection, "where order_id = ? for update", orderId).stream().findFirst();
    }

    /// In the order of their ids.
    List<Preorder> all(Connection connection, Collection<Long> orderIds) throws SQLException {
        var orders = new ArrayList<Preorder>();
        for (var orderId : orderIds.stream().distinct().sorted().toList()) {
            find(connection, orderId).ifPresent(orders::add);
        }
        return List.copyOf(orders);
    }

    /// Orders by a condition of our own, with the values for its marks.
    List<Preorder> some(Connection connection, String condition, @Nullable Object... values)
            throws SQLException {
        var heads = Sql.on(connection, COLUMNS + condition).with(values).list(this::head);
        if (heads.isEmpty()) {
            return heads;
        }
        var baskets = baskets(connection, heads.stream().map(Preorder::orderId).toList());
        return heads.stream()
                .map(head ->
                        with(head, new Basket(baskets.getOrDefault(head.orderId(), List.of()))))
                .toList();
    }

    private static Preorder with(Preorder head, Basket basket) {
        return new Preorder(
                head.orderId(),
                head.eater(),
                head.where(),
                head.when(),
                head.progress(),
                basket,
                head.agreed(),
                head.address(),
                head.pin());
    }

    private static Map<Long, List<Basket.Line>> baskets(
            Connection connection, Collection<Long> orderIds) throws SQLException {
        var baskets = new HashMap<Long, List<Basket.Line>>();
        Sql.on(
                        connection,
                        """
                        select order_id, sku, name, quantity, unit_price_fen, subsidisable, fee
                          from preorder_item
                         where order_id in (??)
                         order by order_id, line
                        """)
                .withAll(orderIds)
                .forEach(row ->
                        baskets.computeIfAbsent(row.number("order_id"), _ -> new ArrayList<>())
                                .add(
                                        new Basket.Line(
                                                row.text("sku"),
                                                row.text("name"),
                                                row.integer("quantity"),
                                                Fen.of(row.number("unit_price_fen")),
                                                row.flag("subsidisable"),
                                                row.flag("fee"))));
        return baskets;
    }

    private Preorder head(Row row) throws SQLException {
        var orderId = row.number("order_id");
        return new Preorder(
                orderId,
                new Preorder.Eater(
                        row.number("elder_id"),
                        row.text("district_code"),
                        row.text("household_division"),
                        row.text("residence_division")),
                new Preorder.Where(
                        row.number("site_id"),
                        row.number("provider_id"),
                        row.maybeNumber("delivery_provider_id")),
                new Preorder.When(
                        row.date("service_date"),
                        row.name("slot", Slot.class),
                        row.name("fulfilment", Fulfilment.class),
                        row.instant("placed_at"),
                        row.text("placed_by"),
                        row.maybeNumber("plan_id")),
                new Preorder.Progress(
                        row.name("state", PreorderState.class),
                        row.flag("cooked"),
                        row.maybeText("failure_reason").map(FailureReason::valueOf),
                        row.integer("steps")),
                new Basket(List.of()),
                QuoteText.read(
                        Fen.of(row.number("elder_pays_fen")),
                        row.text("quote"),
                        new Preorder.Accepted(
                                row.maybeText("allergen_accepted_by"),
                                row.maybeText("diet_accepted_by"))),
                secrets.open(ADDRESS, row.text("address"), orderId),
                secrets.open(PIN, row.text("pin"), orderId));
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
