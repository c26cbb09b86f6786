package org.nuancan.order;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.nuancan.http.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Side;
import org.nuancan.policy.Slot;

/// What was eaten and granted in a person's name in a month.
///
/// @param elderId who
/// @param month as `2026-11`
/// @param meals by service date
/// @param paidFen what the elder paid, before refunds
/// @param grantedFen what was granted to the elder, before refunds
@Introspected
record ElderMeals(Id elderId, YearMonth month, List<Meal> meals, Fen paidFen, Fen grantedFen) {

    /// One meal.
    ///
    /// @param orderId its order
    /// @param serviceDate the day it was eaten
    /// @param slot which meal of the day
    /// @param fulfilment how it reached the elder
    /// @param siteId where
    /// @param grossFen everything on the bill
    /// @param elderPaysFen what the elder paid
    /// @param grants as granted, the operator's too
    /// @param refundedFen what the elder got back
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
