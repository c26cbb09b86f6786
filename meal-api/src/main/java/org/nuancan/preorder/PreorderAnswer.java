package org.nuancan.preorder;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.money.Fen;
import org.nuancan.order.Basket;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Quote;
import org.nuancan.policy.Refusal;
import org.nuancan.policy.Slot;

/// An order with its whole history.
///
/// @param elder for whom, masked
/// @param deliveryProviderId who delivers; null: the kitchen itself, or nobody
/// @param address where to bring it; empty unless it is delivered
/// @param pin four digits that the elder is told: one way to prove that it was handed over; null
///   for who only looks on
/// @param planId the standing plan it was placed by; null for none
/// @param failureReason why it failed; null if it has not
/// @param grossFen everything ordered, the delivery fee too
/// @param billFen the part that may be subsidised
/// @param elderPaysFen what the elder pays: as agreed, once captured what was paid
/// @param grants likewise
/// @param refusals likewise
/// @param quote what was agreed when it was ordered
/// @param capture what came of it; null until it is captured
/// @param alerts what the one who orders should know
/// @param allergenAcceptedBy who accepted that a dish holds an allergen of the elder; null if none
///   does
/// @param dietAcceptedBy who accepted that a dish does not meet a diet the elder needs, likewise
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
        List<Grant> grants,
        List<Refusal> refusals,
        Quote quote,
        @Nullable Capture capture,
        List<String> alerts,
        @Nullable String allergenAcceptedBy,
        @Nullable String dietAcceptedBy,
        List<Entry> history) {

    /// For whom, masked.
    @Introspected
    record Eater(Id elderId, String maskedName, List<String> diet, List<String> allergens) {}

    /// One line of it.
    ///
    /// @param fee whether it is the delivery provider's
    @Introspected
    record Item(
            String sku,
            String name,
            int quantity,
            Fen unitPriceFen,
            boolean subsidisable,
            boolean fee) {

        private static Item of(Basket.Line line) {
            return new Item(
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    line.subsidisable(),
                    line.fee());
        }
    }

    /// What came of it on the day.
    ///
    /// @param quote computed again with that day's facts; its `elderPaysFen` before the agreement
    /// @param elderPaysFen what the elder paid, never more than was agreed
    /// @param gap what the elder would have had to pay more; null if nothing
    /// @param bookingDate the day whose statements it stands on
    @Introspected
    record Capture(Quote quote, Fen elderPaysFen, @Nullable Gap gap, LocalDate bookingDate) {}

    /// What the elder would have had to pay more than was agreed.
    ///
    /// @param reason what changed
    /// @param bearer `KITCHEN`, `DELIVERER` or a payer
    @Introspected
    record Gap(Fen fen, String reason, String bearer) {}

    /// One step.
    ///
    /// @param outcome `UNCHANGED` for what was late or said twice, `REFUSED` for what contradicts
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
            boolean withPin,
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
                withPin ? order.pin() : null,
                order.when().placedAt(),
                order.when().placedBy(),
                order.when().planId().map(Id::new).orElse(null),
                order.progress().failure().orElse(null),
                basket.gross(),
                basket.bill(),
                capture == null ? agreed.elderPays() : capture.elderPaysFen(),
                now.grants(),
                now.refusals(),
                quote,
                capture,
                alerts,
                agreed.accepted().allergenBy().orElse(null),
                agreed.accepted().dietBy().orElse(null),
                history.stream().map(Entry::of).toList());
    }
}
