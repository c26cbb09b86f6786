package org.nuancan.ordering.progress;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.money.Fen;
import org.nuancan.ordering.loss.LossBearers;
import org.nuancan.sale.GapReason;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;

/// A row of `preorder_capture`: differences between the agreed quote and that of the day of eating.
///
/// @param elderPaysFen amount that the elder paid
/// @param gapFen amount that the elder does not pay beyond the grants of the day
/// @param gapBearer `KITCHEN`, `DELIVERER` or a payer
/// @param takerId the provider that took the payment
@MappedEntity("preorder_capture")
public record CaptureEntity(
        @Id long orderId,
        long elderPaysFen,
        long gapFen,
        @Nullable GapReason gapReason,
        @Nullable String gapBearer,
        long takerId) {

    /// Amount that the elder does not pay beyond the grants of the day.
    ///
    /// @param bearer `KITCHEN`, `DELIVERER` or a payer
    public record Gap(Fen fen, GapReason reason, String bearer) {}

    static CaptureEntity of(SaleOutcome.Sold sold) {
        if (!(sold.sale().payment() instanceof Sale.Payment.Ordered ordered)) {
            throw new IllegalStateException("no order: " + sold.sale().orderId());
        }
        var reason = GapReason.of(sold);
        return new CaptureEntity(
                sold.sale().orderId(),
                sold.elderPays().value(),
                sold.excess().value(),
                reason.orElse(null),
                reason.map(why -> name(ordered.terms().borne(why).bearer())).orElse(null),
                ordered.terms().parties().taker());
    }

    private static String name(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Kitchen() -> LossBearers.KITCHEN;
            case Bearer.Deliverer() -> LossBearers.DELIVERER;
            case Bearer.Payer(var payer) -> payer;
        };
    }

    /// The gap with its reason and bearer; empty if there is none.
    public Optional<Gap> gap() {
        return gapReason == null || gapBearer == null
                ? Optional.empty()
                : Optional.of(new Gap(Fen.of(gapFen), gapReason, gapBearer));
    }
}
