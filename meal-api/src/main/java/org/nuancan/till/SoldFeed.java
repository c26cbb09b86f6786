package org.nuancan.till;

import jakarta.inject.Singleton;
import org.nuancan.order.SaleOutcome;

/// Tells whoever watches that something was sold.
@Singleton
final class SoldFeed {

    /// Never waits and never fails: a sale does not depend on who watches.
    void sold(SaleOutcome.Sold sold) {}
}
