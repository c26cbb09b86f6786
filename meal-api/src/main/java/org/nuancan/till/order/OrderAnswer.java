package org.nuancan.till.order;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Origin;
import org.nuancan.till.Eater;
import org.nuancan.till.ReceiptNumber;
import org.nuancan.till.TenderBody;

/// The present state of an order.
///
/// @param orderId the order
/// @param receiptNumber the number on its receipt
/// @param elder the diner, masked; null when sold at the full price
/// @param serviceDate the day on which it was eaten
/// @param slot the meal of the day
/// @param fulfilment how the meal reached the elder
/// @param soldAt when it was sold
/// @param origin over the network, or offline at a till
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param elderPaysFen the gross less all that was deducted for the elder
/// @param roundingFen the amount that the provider waived in cash
/// @param excessFen the amount that an offline till gave beyond the allowed one
/// @param items in the order of the till
/// @param grants in the order granted, before refunds
/// @param refusals sorted by code
/// @param tenders how the order was paid, before refunds
/// @param refunds oldest first
/// @param bookingDate the day whose statement contains the order
/// @param shiftId the till's shift
/// @param sequence the till's own count
@Introspected
record OrderAnswer(
        Id orderId,
        String receiptNumber,
        @Nullable Eater elder,
        LocalDate serviceDate,
        Slot slot,
        Fulfilment fulfilment,
        OffsetDateTime soldAt,
        Origin origin,
        Fen grossFen,
        Fen billFen,
        Fen elderPaysFen,
        Fen roundingFen,
        Fen excessFen,
        List<Item> items,
        List<Grant> grants,
        List<Refusal> refusals,
        List<TenderBody> tenders,
        List<Refund> refunds,
        LocalDate bookingDate,
        @Nullable String shiftId,
        @Nullable Long sequence) {

    /// One line of an order.
    @Introspected
    record Item(
            String sku,
            String name,
            int quantity,
            Fen unitPriceFen,
            boolean subsidisable,
            int refundedQuantity) {

        static Item of(OrderOnFile.Item item) {
            var sold = item.sold();
            return new Item(
                    sold.sku(),
                    sold.name(),
                    sold.quantity(),
                    sold.unitPrice(),
                    sold.subsidisable(),
                    item.refundedQuantity());
        }
    }

    /// One refund of an order.
    @Introspected
    record Refund(Id refundId, Fen refundedFen, String reason, LocalDate bookingDate) {

        static Refund of(OrderOnFile.Refunded refunded) {
            return new Refund(
                    new Id(refunded.refundId()),
                    refunded.returned(),
                    refunded.reason(),
                    refunded.bookingDate().date());
        }
    }

    static OrderAnswer of(OrderOnFile order, @Nullable ElderAtTable elder) {
        var sums = order.sums();
        return new OrderAnswer(
                new Id(order.orderId()),
                ReceiptNumber.of(order.orderId()),
                elder == null ? null : Eater.of(elder),
                order.when().serviceDate(),
                order.when().slot(),
                order.when().fulfilment(),
                inShanghai(order.when().happenedAt()),
                order.where().origin(),
                sums.gross(),
                sums.bill(),
                sums.elderPays(),
                sums.rounding(),
                sums.excess(),
                order.items().stream().map(Item::of).toList(),
                order.grants(),
                order.refusals(),
                order.tenders().stream().map(paid -> TenderBody.of(paid.tender())).toList(),
                order.refunds().stream().map(Refund::of).toList(),
                order.when().bookingDate().date(),
                order.where().shiftId().orElse(null),
                order.where().sequence().orElse(null));
    }

    private static OffsetDateTime inShanghai(Instant instant) {
        return instant.atZone(BusinessDay.ZONE).toOffsetDateTime();
    }
}
