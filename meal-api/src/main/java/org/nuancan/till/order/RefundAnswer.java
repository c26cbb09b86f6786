package org.nuancan.till.order;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.sale.refund.RefundOutcome;

/// A refund was made.
///
/// @param refundId the refund
/// @param refundedFen the sum that the elder gets back, over all tenders
/// @param tenders the amounts by tender
/// @param grants the amounts that go back to the payers
/// @param bookingDate the day whose statement contains the refund
@Introspected
record RefundAnswer(
        Id refundId,
        Fen refundedFen,
        List<Back> tenders,
        List<Grant> grants,
        LocalDate bookingDate) {

    /// The amount that the elder gets back by one means of payment.
    @Introspected
    record Back(TenderType type, Fen amountFen) {}

    static RefundAnswer of(RefundOutcome.Refunded refunded) {
        return new RefundAnswer(
                new Id(refunded.refundId()),
                refunded.toElder(),
                refunded.tenders().stream()
                        .map(taken -> new Back(taken.type(), taken.fen()))
                        .toList(),
                refunded.grants(),
                refunded.bookingDate().date());
    }
}
