package org.nuancan.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;

/// The present state of an order, with its refunds.
///
/// @param orderId its id
/// @param elderId the diner; empty for a sale without an elder
/// @param where the place of the sale
/// @param when the time of the sale, and the slot of the meal
/// @param sums the amounts of the order
/// @param items in the order of the till
/// @param tenders in the order of the till
/// @param grants as granted, before refunds
/// @param refusals sorted by code
/// @param refunds oldest first
public record OrderOnFile(
        long orderId,
        Optional<Long> elderId,
        Where where,
        When when,
        Sums sums,
        List<Item> items,
        List<Paid> tenders,
        List<Grant> grants,
        List<Refusal> refusals,
        List<Refunded> refunds) {

    /// The place of the sale.
    public record Where(
            long siteId,
            long providerId,
            String terminal,
            Origin origin,
            Optional<String> shiftId,
            Optional<Long> sequence) {}

    /// The time of the sale, and the slot of the meal.
    public record When(
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant happenedAt,
            BusinessDay bookingDate) {}

    /// The amounts of the order.
    ///
    /// @param refundedBill the refunded part of the bill
    /// @param refundedOther the refunded part of the rest of the gross
    public record Sums(
            Fen gross,
            Fen bill,
            Fen elderPays,
            Fen rounding,
            Fen excess,
            Fen refundedBill,
            Fen refundedOther) {}

    /// One line of it.
    ///
    /// @param line from 1
    public record Item(int line, Basket.Line sold, int refundedQuantity) {

        /// The quantity that is not refunded yet.
        public int left() {
            return sold.quantity() - refundedQuantity;
        }
    }

    /// One tender of it.
    ///
    /// @param line from 1
    /// @param refunded the refunded part of it
    public record Paid(int line, Tender tender, Fen refunded) {}

    /// One refund of it.
    ///
    /// @param returned the amount that the elder got back
    public record Refunded(long refundId, Fen returned, String reason, BusinessDay bookingDate) {}
}
