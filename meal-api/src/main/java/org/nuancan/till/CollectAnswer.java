package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.money.Fen;
import org.nuancan.order.SaleOutcome;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Refusal;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.PreorderState;

/// An ordered meal was fetched and paid.
///
/// @param orderId the order
/// @param state `COLLECTED`
/// @param receiptNumber what a cashier reads out to find it again
/// @param elder who eats, masked
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param agreedFen what the elder was to pay when it was ordered
/// @param elderPaysFen what the elder paid
/// @param gapFen what the elder would have had to pay more than was agreed
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param tenders how it was paid
/// @param bookingDate the day whose statement it stands on
/// @param receiptText what a 58 mm printer prints
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
