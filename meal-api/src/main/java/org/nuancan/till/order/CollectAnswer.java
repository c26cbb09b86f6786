package org.nuancan.till.order;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.till.Eater;
import org.nuancan.till.TenderBody;
import org.nuancan.till.TillSite;
import org.nuancan.till.checkout.CheckoutAnswer;

/// An ordered meal was fetched and paid.
///
/// @param orderId the order
/// @param state `COLLECTED`
/// @param receiptNumber the number printed on the receipt, by which a cashier finds the order
/// @param elder the diner, masked
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param agreedFen the amount that the elder agreed to pay when ordering
/// @param elderPaysFen the amount that the elder paid
/// @param gapFen the amount beyond the agreed one that the elder would have had to pay
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param tenders how the order was paid
/// @param bookingDate the day whose statement contains the order
/// @param receiptText the text for a 58 mm printer
@Introspected
record CollectAnswer(
        Id orderId,
        PreorderState state,
        String receiptNumber,
        @Nullable Eater elder,
        Fen grossFen,
        Fen billFen,
        Fen agreedFen,
        Fen elderPaysFen,
        Fen gapFen,
        List<Grant> grants,
        List<Refusal> refusals,
        List<TenderBody> tenders,
        LocalDate bookingDate,
        String receiptText) {

    static CollectAnswer of(TillSite till, Preorder order, SaleOutcome.Sold sold) {
        var checkout = CheckoutAnswer.of(till, sold);
        return new CollectAnswer(
                checkout.orderId(),
                order.state(),
                checkout.receiptNumber(),
                checkout.elder(),
                checkout.grossFen(),
                checkout.billFen(),
                order.agreed().elderPays(),
                checkout.elderPaysFen(),
                sold.excess(),
                checkout.grants(),
                checkout.refusals(),
                checkout.tenders(),
                checkout.bookingDate(),
                checkout.receiptText());
    }
}
