package org.nuancan.sale;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// Reads orders.
@Singleton
public final class Orders {

    private static final String COLUMNS =
            """
            select order_id, elder_id, site_id, provider_id, terminal, origin, shift_id, sequence,
                   service_date, slot, fulfilment, happened_at, booking_date, gross_fen, bill_fen,
                   elder_pays_fen, rounding_fen, excess_fen, refunded_bill_fen, refunded_other_fen
            from meal_order
            """;

    private final GrantsInBooks books;

    Orders(GrantsInBooks books) {
        this.books = books;
    }

    /// One order of a site.
    public Optional<OrderOnFile> find(Connection connection, long siteId, long orderId)
            throws SQLException {
        return withLines(
                        connection,
                        rows(connection, "where order_id = ? and site_id = ?", orderId, siteId))
                .stream()
                .findFirst();
    }

    /// The latest orders of a site and service date, the latest first.
    public List<OrderOnFile> ofDay(
            Connection connection, long siteId, LocalDate serviceDate, int limit)
            throws SQLException {
        return withLines(
                connection,
                rows(
                        connection,
                        "where site_id = ? and service_date = ? order by order_id desc limit ?",
                        siteId,
                        serviceDate,
                        limit));
    }

    /// An elder's orders between two service dates, both included, the earliest first.
    ///
    /// @param to not long after `from`: the index begins with the day, so each day is a separate
    ///   lookup
    public List<OrderOnFile> ofElder(
            Connection connection, long elderId, LocalDate from, LocalDate to) throws SQLException {
        var rows =
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                        where elder_id = ? and service_date in (??)
                                        order by service_date, order_id
                                        """)
                        .with(elderId)
                        .withAll(from.datesUntil(to.plusDays(1)).toList())
                        .list(Orders::order);
        return withLines(connection, rows);
    }

    /// The site of an order.
    public Optional<Long> siteOf(Connection connection, long orderId) throws SQLException {
        return Sql.on(connection, "select site_id from meal_order where order_id = ?")
                .with(orderId)
                .first(row -> row.number("site_id"));
    }

    /// Locks an order until the transaction ends.
    public Optional<OrderOnFile> lock(Connection connection, long siteId, long orderId)
            throws SQLException {
        return withLines(
                        connection,
                        rows(
                                connection,
                                "where order_id = ? and site_id = ? for update",
                                orderId,
                                siteId))
                .stream()
                .findFirst();
    }

    private static List<OrderOnFile> rows(Connection connection, String condition, Object... values)
            throws SQLException {
        return Sql.on(connection, COLUMNS + condition).with(values).list(Orders::order);
    }

    private static OrderOnFile order(Row row) throws SQLException {
        return new OrderOnFile(
                row.number("order_id"),
                row.maybeNumber("elder_id"),
                where(row),
                when(row),
                sums(row),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static OrderOnFile.Where where(Row row) throws SQLException {
        return new OrderOnFile.Where(
                row.number("site_id"),
                row.number("provider_id"),
                row.text("terminal"),
                row.name("origin", Origin.class),
                row.maybeText("shift_id"),
                row.maybeNumber("sequence"));
    }

    private static OrderOnFile.When when(Row row) throws SQLException {
        return new OrderOnFile.When(
                row.date("service_date"),
                row.name("slot", Slot.class),
                row.name("fulfilment", Fulfilment.class),
                row.instant("happened_at"),
                new BusinessDay(row.date("booking_date")));
    }

    private static OrderOnFile.Sums sums(Row row) throws SQLException {
        return new OrderOnFile.Sums(
                Fen.of(row.number("gross_fen")),
                Fen.of(row.number("bill_fen")),
                Fen.of(row.number("elder_pays_fen")),
                Fen.of(row.number("rounding_fen")),
                Fen.of(row.number("excess_fen")),
                Fen.of(row.number("refunded_bill_fen")),
                Fen.of(row.number("refunded_other_fen")));
    }

    private List<OrderOnFile> withLines(Connection connection, List<OrderOnFile> rows)
            throws SQLException {
        var orders = new ArrayList<OrderOnFile>();
        for (var order : rows) {
            var booked = books.of(connection, order.orderId());
            orders.add(
                    new OrderOnFile(
                            order.orderId(),
                            order.elderId(),
                            order.where(),
                            order.when(),
                            order.sums(),
                            items(connection, order.orderId()),
                            tenders(connection, order.orderId()),
                            booked.grants(),
                            booked.refusals(),
                            refunds(connection, order.orderId())));
        }
        return List.copyOf(orders);
    }

    private static List<OrderOnFile.Item> items(Connection connection, long orderId)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select line, sku, name, quantity, unit_price_fen, subsidisable, fee,
                               refunded_quantity
                        from order_item where order_id = ? order by line
                        """)
                .with(orderId)
                .list(row ->
                        new OrderOnFile.Item(
                                row.integer("line"),
                                new Basket.Line(
                                        row.text("sku"),
                                        row.text("name"),
                                        row.integer("quantity"),
                                        Fen.of(row.number("unit_price_fen")),
                                        row.flag("subsidisable"),
                                        row.flag("fee")),
                                row.integer("refunded_quantity")));
    }

    private static List<OrderOnFile.Paid> tenders(Connection connection, long orderId)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select line, type, fen, reference, refunded_fen
                        from order_tender where order_id = ? order by line
                        """)
                .with(orderId)
                .list(row ->
                        new OrderOnFile.Paid(
                                row.integer("line"),
                                new Tender(
                                        row.name("type", TenderType.class),
                                        Fen.of(row.number("fen")),
                                        row.maybeText("reference")),
                                Fen.of(row.number("refunded_fen"))));
    }

    private static List<OrderOnFile.Refunded> refunds(Connection connection, long orderId)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select refund_id, returned_fen, reason, booking_date
                        from order_refund where order_id = ? order by refund_id
                        """)
                .with(orderId)
                .list(row ->
                        new OrderOnFile.Refunded(
                                row.number("refund_id"),
                                Fen.of(row.number("returned_fen")),
                                row.text("reason"),
                                new BusinessDay(row.date("booking_date"))));
    }
}
