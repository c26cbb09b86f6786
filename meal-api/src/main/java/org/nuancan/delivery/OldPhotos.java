package org.nuancan.delivery;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.order.Orders;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;
import org.nuancan.retention.Kept;
import org.nuancan.review.PaidStatements;

/// Photos of doors are kept for a time after the statements of who cooked and who carried were paid
/// (`nuancan.retention.photos`, one year); without a statement, after they were taken.
@Singleton
final class OldPhotos implements Kept {

    private static final int AT_ONCE = 500;

    /// Which orders photos belong to, and when those were paid.
    @Singleton
    record Books(Preorders preorders, Orders orders, PaidStatements statements) {}

    private record Old(String photo, long orderId) {}

    private final PhotoStore store;
    private final Books books;
    private final Transactions transactions;
    private final Period period;

    OldPhotos(
            PhotoStore store,
            Books books,
            Transactions transactions,
            @Property(name = "nuancan.retention.photos", defaultValue = "P1Y") Period period) {
        this.store = store;
        this.books = books;
        this.transactions = transactions;
        this.period = period;
    }

    @Override
    public String kind() {
        return "delivery-photos";
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public long due(LocalDate before) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                "select count(*) as due from delivery_order_photo where taken_at < ?")
                        .with(start(before))
                        .one(row -> row.number("due")));
    }

    @Override
    public int forget(LocalDate before, int most) {
        return transactions.inOne(connection -> forget(connection, before, most));
    }

    private int forget(Connection connection, LocalDate before, int most) throws SQLException {
        var deleted = 0;
        for (var some = old(connection, before, "");
                !some.isEmpty() && deleted < most;
                some = old(connection, before, some.getLast().photo())) {
            for (var one : some) {
                if (mayGo(connection, one.orderId(), start(before))) {
                    forget(connection, one.photo());
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private static List<Old> old(Connection connection, LocalDate before, String after)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select photo, order_id
                          from delivery_order_photo
                         where taken_at < ? and photo > ?
                         order by photo
                         limit ?
                        """)
                .with(start(before), after, AT_ONCE)
                .list(row -> new Old(row.text("photo"), row.number("order_id")));
    }

    /// The file goes first: if the row's deletion is lost, it is done again.
    private void forget(Connection connection, String photo) throws SQLException {
        store.delete(photo);
        Sql.on(connection, "delete from delivery_order_photo where photo = ?").with(photo).run();
    }

    private boolean mayGo(Connection connection, long orderId, Instant before) throws SQLException {
        var order = books.preorders().find(connection, orderId);
        if (order.isEmpty() || !order.get().state().isCaptured()) {
            return true;
        }
        var where = order.get().where();
        var date = bookedOn(connection, order.get());
        for (var provider : List.of(where.providerId(), Loading.carrierOf(order.get()))) {
            var paidAt = books.statements().paidAt(connection, provider, date);
            if (paidAt.isEmpty() || !paidAt.get().isBefore(before)) {
                return false;
            }
        }
        return true;
    }

    private LocalDate bookedOn(Connection connection, Preorder order) throws SQLException {
        return books.orders()
                .find(connection, order.where().siteId(), order.orderId())
                .orElseThrow()
                .when()
                .bookingDate()
                .date();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
