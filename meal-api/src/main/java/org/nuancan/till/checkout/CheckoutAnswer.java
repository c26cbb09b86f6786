package org.nuancan.till.checkout;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.till.Eater;
import org.nuancan.till.ReceiptNumber;
import org.nuancan.till.TenderBody;
import org.nuancan.till.TillSite;

/// A meal was sold.
///
/// @param orderId the order
/// @param receiptNumber the number printed on the receipt, by which a cashier finds the order
/// @param elder the diner, masked; null when sold at the full price
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param elderPaysFen the gross less all grants to the diner
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param tenders how the order was paid
/// @param bookingDate the day whose statement contains the order
/// @param receiptText the text for a 58 mm printer
@Introspected
public record CheckoutAnswer(
        Id orderId,
        String receiptNumber,
        @Nullable Eater elder,
        Fen grossFen,
        Fen billFen,
        Fen elderPaysFen,
        List<Grant> grants,
        List<Refusal> refusals,
        List<TenderBody> tenders,
        LocalDate bookingDate,
        String receiptText) {

    /// The answer about a sale, with the receipt text for the till's site.
    public static CheckoutAnswer of(TillSite till, SaleOutcome.Sold sold) {
        var sale = sold.sale();
        return new CheckoutAnswer(
                new Id(sale.orderId()),
                ReceiptNumber.of(sale.orderId()),
                sold.elder().map(Eater::of).orElse(null),
                sale.basket().gross(),
                sale.basket().bill(),
                sold.elderPays(),
                sold.grants(),
                sold.refusals(),
                sale.payment().tenders().stream().map(TenderBody::of).toList(),
                sold.bookingDate().date(),
                ReceiptText.of(till.site().name(), sold));
    }
}
