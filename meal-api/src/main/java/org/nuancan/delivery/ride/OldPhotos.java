package org.nuancan.delivery.ride;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.dispatch.Loading;
import org.nuancan.delivery.photo.PhotoRepository;
import org.nuancan.delivery.photo.PhotoStore;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.retention.Kept;
import org.nuancan.review.PaidStatements;
import org.nuancan.sale.Orders;

/// Deletes old photos of doors. A photo is kept for a time (`nuancan.retention.photos`, one year)
/// after the statements of the kitchen and the carrier were paid; without a statement, after it was
/// taken.
@Singleton
class OldPhotos implements Kept {

    private static final int AT_ONCE = 500;

    /// Finds the orders of photos, and when their statements were paid.
    @Singleton
    record Books(
            Preorders preorders,
            Orders orders,
            PaidStatements statements,
            Transactions transactions) {

        private Optional<Preorder> order(long orderId) {
            return preorders.find(orderId);
        }

        private LocalDate bookedOn(Preorder order) {
            return transactions
                    .reading(connection ->
                            orders.find(connection, order.where().siteId(), order.orderId()))
                    .orElseThrow()
                    .when()
                    .bookingDate()
                    .date();
        }

        private Optional<Instant> paidAt(long providerId, LocalDate date) {
            return statements.paidAt(providerId, date);
        }
    }

    private final PhotoStore store;
    private final Books books;
    private final PhotoRepository photos;
    private final Period period;

    OldPhotos(
            PhotoStore store,
            Books books,
            PhotoRepository photos,
            @Property(name = "nuancan.retention.photos", defaultValue = "P1Y") Period period) {
        this.store = store;
        this.books = books;
        this.photos = photos;
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
    @ReadOnly
    public long due(LocalDate before) {
        return photos.countBefore(start(before));
    }

    @Override
    @Transactional
    public int forget(LocalDate before, int most) {
        var deleted = 0;
        for (var some = photos.listBefore(start(before), "", AT_ONCE);
                !some.isEmpty() && deleted < most;
                some = photos.listBefore(start(before), some.getLast().photo(), AT_ONCE)) {
            for (var one : some) {
                if (mayGo(one.orderId(), start(before))) {
                    forget(one.photo());
                    deleted++;
                }
            }
        }
        return deleted;
    }

    /// Deletes the file first: if the deletion of the row fails, the job repeats both.
    private void forget(String photo) {
        store.delete(photo);
        photos.deleteById(photo);
    }

    private boolean mayGo(long orderId, Instant before) {
        var order = books.order(orderId);
        if (order.isEmpty() || !order.get().state().isCaptured()) {
            return true;
        }
        var where = order.get().where();
        var date = books.bookedOn(order.get());
        for (var provider : List.of(where.providerId(), Loading.carrierOf(order.get()))) {
            var paidAt = books.paidAt(provider, date);
            if (paidAt.isEmpty() || !paidAt.get().isBefore(before)) {
                return false;
            }
        }
        return true;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessDay.ZONE).toInstant();
    }
}
