package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nuancan.money.Fen;
import org.nuancan.ordering.progress.Quoting;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.booking.LeftOfLimit;

/// The quote of a meal that is not ordered yet.
///
/// @param items the articles at their prices, including the fee of the delivery provider
/// @param grossFen total of all articles
/// @param billFen the part that may be subsidised
/// @param elderPaysFen the gross less all grants to the elder
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param alerts alerts for the caller, as for an order
/// @param remaining what is left of the limits of policies that may grant on this meal, before it
@Introspected
record OrderQuoteResponse(
        List<PreorderAnswer.Item> items,
        Fen grossFen,
        Fen billFen,
        Fen elderPaysFen,
        List<Grant> grants,
        List<Refusal> refusals,
        List<String> alerts,
        List<Remaining> remaining) {

    /// The part that is left of a limit.
    ///
    /// @param code the policy's code
    /// @param on the subject over which grants are counted
    /// @param per the time over which grants are counted
    /// @param mealsLeft number of grants that are left; null if the limit does not restrict them
    /// @param fenLeft amount that is left; null if the limit does not restrict it
    @Introspected
    record Remaining(
            String code,
            LimitOn on,
            LimitPer per,
            @Nullable Long mealsLeft,
            @Nullable Long fenLeft) {

        private static Remaining of(LeftOfLimit left) {
            return new Remaining(
                    left.code(), left.on(), left.per(), value(left.meals()), value(left.fen()));
        }

        private static @Nullable Long value(OptionalLong left) {
            return left.isEmpty() ? null : left.getAsLong();
        }
    }

    static OrderQuoteResponse of(Quoting.Quoted quoted) {
        var quote = quoted.forecast().quoted();
        return new OrderQuoteResponse(
                quoted.basket().lines().stream().map(PreorderAnswer.Item::of).toList(),
                quoted.basket().gross(),
                quoted.basket().bill(),
                quote.elderPays(),
                quote.grants(),
                quote.refusals(),
                quoted.alerts(),
                quoted.forecast().left().stream().map(Remaining::of).toList());
    }
}
