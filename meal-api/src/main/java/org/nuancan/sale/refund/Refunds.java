package org.nuancan.sale.refund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.check.Facts;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.posting.RefundPostings;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.review.RefundedLines;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Orders;
import org.nuancan.sale.Origin;
import org.nuancan.sale.RequestedRefund;
import org.nuancan.sale.Rules;
import org.nuancan.sale.SaleEvents;
import org.nuancan.sale.limit.Limits;

/// Refunds orders: the exact reverse of the sale in fen, booked today.
@Singleton
public final class Refunds {

    private final Locked locked;
    private final Books books;
    private final RefundStore rows;
    private final Ids ids;
    private final Clock clock;

    /// The parts that book a refund.
    ///
    /// @param lines of statements, which may be on hold or recovered
    /// @param facts the facts that the platform's checks use
    /// @param events the events of sales and refunds
    @Singleton
    record Books(Ledger ledger, RefundedLines lines, Facts facts, SaleEvents events) {}

    /// The parts that a refund locks, in this order.
    @Singleton
    record Locked(BookingDays days, Elders elders, Limits limits, Orders orders) {}

    Refunds(Locked locked, Books books, RefundStore rows, Ids ids, Clock clock) {
        this.locked = locked;
        this.books = books;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /// Refunds items of an order. Locks in the same order as sales: the day, the elder, other
    /// limits' counters; the order itself last.
    ///
    /// @param connection of an open transaction
    public RefundOutcome refund(Connection connection, Rules rules, RequestedRefund request)
            throws SQLException {
        var bookingDate = locked.days().lockOpen(connection, BusinessDay.today(clock));
        var seen = locked.orders().find(connection, request.siteId(), request.orderId());
        if (seen.isEmpty()) {
            return new RefundOutcome.NoSuchOrder();
        }
        lockElder(seen.get());
        var counters = RefundedLimits.lock(connection, locked.limits(), rules, seen.get());
        var order =
                locked.orders().lock(connection, request.siteId(), request.orderId()).orElseThrow();
        var items =
                request.items()
                        .map(some -> RefundedItems.of(order, some))
                        .orElseGet(() -> RefundedItems.allOf(order));
        return switch (items) {
            case RefundedItems.TooMany() -> new RefundOutcome.ExceedsOrder();
            case RefundedItems.Ambiguous(var item) -> new RefundOutcome.PriceNeeded(item);
            case RefundedItems.Chosen chosen ->
                    giveBack(connection, request, order, chosen, bookingDate, counters);
        };
    }

    private void lockElder(OrderOnFile order) {
        if (order.elderId().isPresent()) {
            var id = order.elderId().get();
            if (locked.elders().lock(List.of(id)).elderIds().isEmpty()) {
                throw new IllegalStateException("no elder of order " + order.orderId());
            }
        }
    }

    private RefundOutcome giveBack(
            Connection connection,
            RequestedRefund request,
            OrderOnFile order,
            RefundedItems.Chosen chosen,
            BusinessDay bookingDate,
            RefundedLimits limits)
            throws SQLException {
        var journals = books.ledger().ofOrder(connection, order.orderId());
        var meal = journals.stream().filter(j -> j.kind() == JournalKind.MEAL).findFirst();
        var returned =
                RefundPostings.of(
                        meal.orElseThrow().postings(),
                        postings(journals, JournalKind.REFUND),
                        sold(order),
                        refunded(order),
                        chosen.amounts(),
                        atDoor(order, chosen));
        var done = done(returned, bookingDate);
        var over = isOver(order, chosen);
        var lines =
                books.lines()
                        .book(
                                new RefundedLines.Refund(
                                        done.refundId(),
                                        meal.orElseThrow(),
                                        journals,
                                        returned.postings(),
                                        bookingDate));
        rows.write(connection, request, order, chosen, done, lines);
        limits.giveBack(connection, order, done.grants(), over, lines);
        if (over) {
            books.facts().returned(connection, order.orderId());
        }
        books.ledger()
                .post(
                        connection,
                        List.of(journal(meal.orElseThrow(), request, done, returned.postings())));
        books.events().refunded(connection, request, order, done.toElder());
        return done;
    }

    private RefundOutcome.Refunded done(RefundPostings.Returned returned, BusinessDay bookingDate) {
        return new RefundOutcome.Refunded(
                ids.next(), returned.toElder(), returned.tenders(), returned.grants(), bookingDate);
    }

    /// The parties of an order that was paid at the door; the kitchen's till refunds it.
    private static Optional<RefundPostings.AtDoor> atDoor(
            OrderOnFile order, RefundedItems.Chosen chosen) {
        return order.where().origin() == Origin.ORDERED
                ? Optional.of(new RefundPostings.AtDoor(chosen.fee(), order.where().providerId()))
                : Optional.empty();
    }

    private static List<Posting> postings(List<Journal> journals, JournalKind kind) {
        return journals.stream()
                .filter(journal -> journal.kind() == kind)
                .flatMap(journal -> journal.postings().stream())
                .toList();
    }

    private static Amounts sold(OrderOnFile order) {
        var sums = order.sums();
        return new Amounts(sums.bill(), sums.gross().minus(sums.bill()));
    }

    private static Amounts refunded(OrderOnFile order) {
        return new Amounts(order.sums().refundedBill(), order.sums().refundedOther());
    }

    /// Whether nothing of the bill is left; for an order without a bill, nothing of the order.
    static boolean isOver(OrderOnFile order, RefundedItems.Chosen chosen) {
        var sold = sold(order);
        var before = refunded(order);
        return sold.bill().isZero()
                ? before.other().plus(chosen.amounts().other()).equals(sold.other())
                : before.bill().plus(chosen.amounts().bill()).equals(sold.bill());
    }

    private Journal journal(
            Journal meal,
            RequestedRefund request,
            RefundOutcome.Refunded done,
            List<Posting> postings) {
        return new Journal(
                ids.next(),
                JournalKind.REFUND,
                Cause.refund(done.refundId()),
                meal.subject(),
                new Dates(meal.dates().service(), done.bookingDate(), request.at()),
                List.of(),
                postings);
    }
}
