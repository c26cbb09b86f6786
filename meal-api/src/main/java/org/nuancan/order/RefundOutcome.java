package org.nuancan.order;

import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Grant;

/// What became of a refund.
public sealed interface RefundOutcome {

    /// Given back and booked, once the transaction commits.
    ///
    /// @param refundId its id
    /// @param toElder what the elder gets back, over all tenders
    /// @param tenders tender by tender
    /// @param grants what goes back to the payers
    /// @param bookingDate the day whose close takes it
    record Refunded(
            long refundId,
            Fen toElder,
            List<Taken> tenders,
            List<Grant> grants,
            BusinessDay bookingDate)
            implements RefundOutcome {}

    /// No such order at this site.
    record NoSuchOrder() implements RefundOutcome {}

    /// More than is left, or nothing is left.
    record ExceedsOrder() implements RefundOutcome {}

    /// The order has the article at several prices, and none was named.
    ///
    /// @param item which of the refund's items, from 0
    record PriceNeeded(int item) implements RefundOutcome {}
}
