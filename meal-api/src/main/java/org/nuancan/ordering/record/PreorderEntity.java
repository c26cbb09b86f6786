package org.nuancan.ordering.record;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.money.Fen;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.QuoteText;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Basket;

/// A row of `preorder`.
///
/// @param quote the agreed grants and refusals, as [QuoteText] writes them
/// @param address encrypted
/// @param pin encrypted
@MappedEntity("preorder")
record PreorderEntity(
        @Id long orderId,
        String districtCode,
        long elderId,
        String householdDivision,
        String residenceDivision,
        long siteId,
        long providerId,
        @Nullable Long deliveryProviderId,
        LocalDate serviceDate,
        Slot slot,
        Fulfilment fulfilment,
        PreorderState state,
        boolean cooked,
        @Nullable FailureReason failureReason,
        int steps,
        @Nullable Long planId,
        String placedBy,
        @UtcMicros Instant placedAt,
        long grossFen,
        long billFen,
        long elderPaysFen,
        String quote,
        String address,
        String pin,
        @Nullable String failureConfirmedBy,
        @Nullable @UtcMicros Instant failureConfirmedAt,
        @Nullable String allergenAcceptedBy,
        @Nullable String dietAcceptedBy) {

    static PreorderEntity of(Preorder order, String sealedAddress, String sealedPin) {
        var when = order.when();
        var agreed = order.agreed();
        return new PreorderEntity(
                order.orderId(),
                order.eater().districtCode(),
                order.eater().elderId(),
                order.eater().household(),
                order.eater().residence(),
                order.where().siteId(),
                order.where().providerId(),
                order.where().deliveryProviderId().orElse(null),
                when.serviceDate(),
                when.slot(),
                when.fulfilment(),
                order.state(),
                order.progress().cooked(),
                order.progress().failure().orElse(null),
                order.progress().steps(),
                when.planId().orElse(null),
                when.placedBy(),
                when.placedAt(),
                order.basket().gross().value(),
                order.basket().bill().value(),
                agreed.elderPays().value(),
                QuoteText.write(agreed),
                sealedAddress,
                sealedPin,
                null,
                null,
                agreed.accepted().allergenBy().orElse(null),
                agreed.accepted().dietBy().orElse(null));
    }

    Preorder order(Basket basket, String openAddress, String openPin) {
        return new Preorder(
                orderId,
                new Preorder.Eater(elderId, districtCode, householdDivision, residenceDivision),
                new Preorder.Where(siteId, providerId, Optional.ofNullable(deliveryProviderId)),
                new Preorder.When(
                        serviceDate,
                        slot,
                        fulfilment,
                        placedAt,
                        placedBy,
                        Optional.ofNullable(planId)),
                new Preorder.Progress(state, cooked, Optional.ofNullable(failureReason), steps),
                basket,
                QuoteText.read(
                        Fen.of(elderPaysFen),
                        quote,
                        new Preorder.Accepted(
                                Optional.ofNullable(allergenAcceptedBy),
                                Optional.ofNullable(dietAcceptedBy))),
                openAddress,
                openPin);
    }
}
