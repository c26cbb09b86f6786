package org.nuancan.till;

import jakarta.inject.Singleton;
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
