package org.nuancan.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.nuancan.live.Sale;
import org.nuancan.live.SalesFeed;
import org.nuancan.order.SaleOutcome;

/// Tells whoever watches that something was sold.
@Singleton
final class SoldFeed {

    private final SalesFeed feed;

    SoldFeed(SalesFeed feed) {
        this.feed = feed;
    }

    /// Tells the latest refund of an order.
    void refunded(TillSite till, OrderAnswer order, Instant at) {
        if (order.refunds().isEmpty()) {
            return;
        }
        feed.refunded(
                new Sale(
                        order.orderId().value(),
                        till.site().siteId(),
                        till.site().providerId(),
                        till.site().division(),
                        order.slot(),
                        order.refunds().getLast().refundedFen(),
                        at));
    }

    /// Never waits and never fails: a sale does not depend on who watches.
    void sold(SaleOutcome.Sold sold) {
        var sale = sold.sale();
        var place = sale.at().place();
        feed.sold(
                new Sale(
                        sale.orderId(),
                        place.siteId(),
                        place.providerId(),
                        place.facts().division().code(),
                        sale.at().slot(),
                        sale.basket().gross(),
                        sale.at().happenedAt()));
    }
}
