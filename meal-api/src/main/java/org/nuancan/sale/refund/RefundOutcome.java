package org.nuancan.sale.refund;

import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;

/// The outcome of a refund.
public sealed interface RefundOutcome {

    /// The refund is booked, once the transaction commits.
    ///
    /// @param refundId its id
    /// @param toElder the amount that the elder gets back, over all tenders
    /// @param tenders the amounts by tender
    /// @param grants the amounts that go back to the payers
    /// @param bookingDate the day whose close takes it
    record Refunded(
            long refundId,
            Fen toElder,
            List<Taken> tenders,
            List<Grant> grants,
            BusinessDay bookingDate)
            implements RefundOutcome {}

    /// The site has no such order.
    record NoSuchOrder() implements RefundOutcome {}

    /// More than is left, or nothing is left.
    record ExceedsOrder() implements RefundOutcome {}

    /// The order has the article at several prices, and none was named.
    ///
    /// @param item the index of the refund's item, from 0
    record PriceNeeded(int item) implements RefundOutcome {}
}
