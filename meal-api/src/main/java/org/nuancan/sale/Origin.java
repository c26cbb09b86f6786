package org.nuancan.sale;

/// How an order came in.
public enum Origin {
    /// Over the network, at the till.
    TILL,
    /// Offline at a till, and uploaded afterwards.
    OFFLINE,
    /// Ordered in advance, and paid at the door or the counter.
    ORDERED;

    /// The origin that follows from the payment of a sale.
    public static Origin of(Sale sale) {
        return switch (sale.payment()) {
            case Sale.Payment.Online online -> TILL;
            case Sale.Payment.Offline offline -> OFFLINE;
            case Sale.Payment.Ordered ordered -> ORDERED;
        };
    }
}
