package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.bench.textbook.Entities.MealOrder;
import org.nuancan.bench.textbook.Entities.OrderGrant;
import org.nuancan.bench.textbook.Entities.OrderItem;
import org.nuancan.bench.textbook.Entities.OrderTender;
import org.nuancan.bench.textbook.Entities.Price;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.bench.textbook.Entities.TenderReference;
import org.nuancan.policy.quote.Quote;

/// Stores an order with its items, tenders and grants.
@Singleton
class Orders {

    private final Repositories.Orders orders;
    private final Repositories.Items items;
    private final Repositories.Tenders tenders;
    private final Repositories.References references;
    private final Repositories.Grants grants;

    Orders(
            Repositories.Orders orders,
            Repositories.Items items,
            Repositories.Tenders tenders,
            Repositories.References references,
            Repositories.Grants grants) {
        this.orders = orders;
        this.items = items;
        this.tenders = tenders;
        this.references = references;
        this.grants = grants;
    }

    /// An article at its price.
    record Line(Price price, int quantity, long unitFen) {}

    /// The stored order.
    record Kept(
            long orderId,
            Optional<Long> elderId,
            String homeDistrict,
            Site site,
            String terminal,
            Quote quote,
            List<Line> lines,
            LocalDate today,
            LocalDate bookingDate,
            Instant at) {}

    /// Locks the booking day of a sale: the first open day from `today` on.
    LocalDate lockDay(LocalDate today) {
        for (var day = today; ; day = day.plusDays(1)) {
            var state = orders.lockDay(day);
            if (state.isEmpty()) {
                orders.openDay(day);
                state = orders.lockDay(day);
            }
            if (state.orElseThrow().equals("OPEN")) {
                return day;
            }
        }
    }

    void keep(Kept kept, CheckoutBody body) {
        var _ = orders.save(order(kept, body));
        var _ = items.saveAll(items(kept));
        if (!body.tenders().isEmpty()) {
            var _ = tenders.saveAll(tenders(kept, body));
        }
        var named =
                body.tenders().stream()
                        .filter(tender -> !tender.type().isTakenByProvider())
                        .map(tender ->
                                new TenderReference(
                                        tender.type().name(),
                                        Optional.ofNullable(tender.reference())
                                                .orElseThrow(
                                                        () -> Refused.rule("REFERENCE_REQUIRED")),
                                        kept.orderId))
                        .toList();
        if (!named.isEmpty()) {
            var _ = references.saveAll(named);
        }
        if (!kept.quote.grants().isEmpty()) {
            var _ = grants.saveAll(grants(kept, body));
        }
    }

    private static MealOrder order(Kept kept, CheckoutBody body) {
        return new MealOrder(
                kept.orderId,
                kept.homeDistrict,
                kept.elderId.orElse(null),
                kept.site.siteId(),
                kept.site.providerId(),
                kept.terminal,
                "TILL",
                kept.today,
                body.slot().name(),
                body.way().name(),
                kept.at,
                kept.bookingDate,
                kept.quote.grossFen().value(),
                kept.quote.billFen().value(),
                kept.quote.elderPaysFen().value(),
                body.rounding(),
                0,
                0,
                0,
                1,
                body.shiftId(),
                body.sequence());
    }

    private static List<OrderItem> items(Kept kept) {
        var rows = new ArrayList<OrderItem>();
        for (var line : kept.lines) {
            rows.add(
                    new OrderItem(
                            kept.orderId,
                            rows.size() + 1,
                            line.price.sku(),
                            line.price.name(),
                            line.quantity,
                            line.unitFen,
                            line.price.subsidisable(),
                            0));
        }
        return rows;
    }

    private static List<OrderTender> tenders(Kept kept, CheckoutBody body) {
        var rows = new ArrayList<OrderTender>();
        for (var tender : body.tenders()) {
            rows.add(
                    new OrderTender(
                            kept.orderId,
                            rows.size() + 1,
                            tender.type().name(),
                            tender.amountFen(),
                            tender.reference(),
                            0));
        }
        return rows;
    }

    private static List<OrderGrant> grants(Kept kept, CheckoutBody body) {
        var rows = new ArrayList<OrderGrant>();
        for (var grant : kept.quote.grants()) {
            rows.add(
                    new OrderGrant(
                            kept.orderId,
                            rows.size() + 1,
                            kept.elderId.orElseThrow(),
                            kept.site.siteId(),
                            kept.site.providerId(),
                            grant.code(),
                            grant.version(),
                            grant.side().name(),
                            kept.today,
                            body.slot().name(),
                            grant.fen().value(),
                            0,
                            1));
        }
        return rows;
    }
}
