package org.nuancan.sale.history;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.sale.OrderOnFile;

/// The meals of an elder in a month, with the grants.
///
/// @param elderId the elder
/// @param month as `2026-11`
/// @param meals by service date
/// @param paidFen the amount that the elder paid, before refunds
/// @param grantedFen the amount granted to the elder, before refunds
@Introspected
record ElderMeals(Id elderId, YearMonth month, List<Meal> meals, Fen paidFen, Fen grantedFen) {

    /// One meal.
    ///
    /// @param orderId its order
    /// @param serviceDate the day on which it was eaten
    /// @param slot the meal of the day
    /// @param fulfilment how the meal reached the elder
    /// @param siteId the site that sold it
    /// @param grossFen everything on the bill
    /// @param elderPaysFen the amount that the elder paid
    /// @param grants as granted, including the operator's
    /// @param refundedFen the amount that the elder got back
    @Introspected
    record Meal(
            Id orderId,
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Id siteId,
            Fen grossFen,
            Fen elderPaysFen,
            List<Grant> grants,
            Fen refundedFen) {

        private static Meal of(OrderOnFile order) {
            return new Meal(
                    new Id(order.orderId()),
                    order.when().serviceDate(),
                    order.when().slot(),
                    order.when().fulfilment(),
                    new Id(order.where().siteId()),
                    order.sums().gross(),
                    order.sums().elderPays(),
                    order.grants(),
                    Fen.sum(order.refunds().stream().map(OrderOnFile.Refunded::returned).toList()));
        }
    }

    static ElderMeals of(Id elderId, YearMonth month, List<OrderOnFile> orders) {
        var granted =
                orders.stream()
                        .flatMap(order -> order.grants().stream())
                        .filter(grant -> grant.side() == Side.DINER)
                        .map(Grant::fen)
                        .toList();
        return new ElderMeals(
                elderId,
                month,
                orders.stream().map(Meal::of).toList(),
                Fen.sum(orders.stream().map(order -> order.sums().elderPays()).toList()),
                Fen.sum(granted));
    }
}
