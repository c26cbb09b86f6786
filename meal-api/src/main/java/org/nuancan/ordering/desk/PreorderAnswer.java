package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.Basket;

/// An order with its whole history.
///
/// @param elder the elder, masked
/// @param deliveryProviderId the provider that delivers; null: the kitchen delivers, or the meal is
///   collected
/// @param address delivery address; empty unless it is delivered
/// @param pin four digits given to the elder, as one way to prove the hand-over; null for callers
///   who may not see it
/// @param planId the standing plan that placed it; null for none
/// @param failureReason the reason of its failure; null if it has not failed
/// @param grossFen total of all articles, including the delivery fee
/// @param billFen the part that may be subsidised
/// @param elderPaysFen amount the elder pays: the agreed amount, after capture the amount paid; for
///   kitchen staff and dispatchers the agreed amount
/// @param grants the agreed grants, after capture those of the capture; null for kitchen staff and
///   dispatchers
/// @param refusals the agreed refusals, after capture those of the capture; null for kitchen staff
///   and dispatchers
/// @param quote the quote agreed at the time of ordering; null for kitchen staff and dispatchers
/// @param capture the result of the capture; null until it is captured, and for kitchen staff and
///   dispatchers
/// @param alerts alerts for the caller who orders
/// @param allergenAcceptedBy who accepted that a dish contains an allergen of the elder; null if
///   there is no such dish
/// @param dietAcceptedBy who accepted that a dish does not meet a diet that the elder needs; null
///   if there is no such dish
/// @param history oldest first
@Introspected
record PreorderAnswer(
        Id orderId,
        PreorderState state,
        Eater elder,
        Id siteId,
        Id providerId,
        @Nullable Id deliveryProviderId,
        LocalDate serviceDate,
        Slot slot,
        Fulfilment fulfilment,
        List<Item> items,
        String address,
        @Nullable String pin,
        Instant placedAt,
        String placedBy,
        @Nullable Id planId,
        @Nullable FailureReason failureReason,
        Fen grossFen,
        Fen billFen,
        Fen elderPaysFen,
        @Nullable List<Grant> grants,
        @Nullable List<Refusal> refusals,
        @Nullable Quote quote,
        @Nullable Capture capture,
        List<String> alerts,
        @Nullable String allergenAcceptedBy,
        @Nullable String dietAcceptedBy,
        List<Entry> history) {

    /// The elder, masked.
    @Introspected
    record Eater(Id elderId, String maskedName, List<String> diet, List<String> allergens) {}

    /// One line of the order.
    ///
    /// @param fee whether it is the fee of the delivery provider
    @Introspected
    record Item(
            String sku,
            String name,
            int quantity,
            Fen unitPriceFen,
            boolean subsidisable,
            boolean fee) {

        static Item of(Basket.Line line) {
            return new Item(
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    line.subsidisable(),
                    line.fee());
        }
    }

    /// The result of the capture.
    ///
    /// @param quote the quote computed again with the facts of that day; its `elderPaysFen` is the
    ///   amount before the agreement is applied
    /// @param elderPaysFen the amount the elder paid, never more than was agreed
    /// @param gap the amount above the agreed one; null if there is none
    /// @param bookingDate the day on whose statements it appears
    @Introspected
    record Capture(Quote quote, Fen elderPaysFen, @Nullable Gap gap, LocalDate bookingDate) {}

    /// The amount above the agreed one, which the elder does not pay.
    ///
    /// @param reason the cause of the difference
    /// @param bearer `KITCHEN`, `DELIVERER` or a payer
    @Introspected
    record Gap(Fen fen, String reason, String bearer) {}

    /// One step.
    ///
    /// @param outcome `UNCHANGED` for a late or repeated step, `REFUSED` for a contradiction
    @Introspected
    record Entry(
            StepKind kind,
            @Nullable PreorderState from,
            PreorderState to,
            Step.Outcome outcome,
            String by,
            Instant happenedAt,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable String note) {

        private static Entry of(Step step) {
            return new Entry(
                    step.kind(),
                    step.from().orElse(null),
                    step.to(),
                    step.outcome(),
                    step.by(),
                    step.happenedAt(),
                    step.recordedAt(),
                    step.reason().orElse(null),
                    step.note().orElse(null));
        }
    }

    static PreorderAnswer of(
            Preorder order,
            OrderView view,
            Eater elder,
            List<Step> history,
            List<String> alerts,
            @Nullable Capture capture) {
        var basket = order.basket();
        var agreed = order.agreed();
        var quote =
                new Quote(
                        basket.gross(),
                        basket.bill(),
                        agreed.elderPays(),
                        agreed.grants(),
                        agreed.refusals());
        var now = capture == null ? quote : capture.quote();
        return new PreorderAnswer(
                new Id(order.orderId()),
                order.state(),
                elder,
                new Id(order.where().siteId()),
                new Id(order.where().providerId()),
                order.where().deliveryProviderId().map(Id::new).orElse(null),
                order.when().serviceDate(),
                order.when().slot(),
                order.when().fulfilment(),
                basket.lines().stream().map(Item::of).toList(),
                order.address(),
                view.hasPin() ? order.pin() : null,
                order.when().placedAt(),
                order.when().placedBy(),
                order.when().planId().map(Id::new).orElse(null),
                order.progress().failure().orElse(null),
                basket.gross(),
                basket.bill(),
                capture == null ? agreed.elderPays() : capture.elderPaysFen(),
                view.hasQuote() ? now.grants() : null,
                view.hasQuote() ? now.refusals() : null,
                view.hasQuote() ? quote : null,
                capture,
                alerts,
                agreed.accepted().allergenBy().orElse(null),
                agreed.accepted().dietBy().orElse(null),
                history.stream().map(Entry::of).toList());
    }
}
