package org.nuancan.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.Placement;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.progress.Placing;
import org.nuancan.ordering.progress.Preorders;

/// Places and cancels the orders of plans.
@Singleton
final class PlanOrders {

    private final Transactions transactions;
    private final Placing placing;
    private final Preorders preorders;
    private final Ids ids;
    private final Clock clock;

    PlanOrders(
            Transactions transactions, Placing placing, Preorders preorders, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.placing = placing;
        this.preorders = preorders;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws org.nuancan.http.problem.ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED` if no
    ///   provider would deliver the plan's orders
    void mustBeDelivered(MealPlan.Meal meal) {
        var deliverer = meal.deliveryProviderId();
        if (deliverer.isPresent()) {
            placing.mustDeliver(deliverer.get(), meal.siteId());
        }
    }

    /// @return the order's id
    /// @throws org.nuancan.http.problem.ProblemException for any refusal of the order
    long place(MealPlan plan, LocalDate date) {
        var meal = plan.meal();
        var placement =
                new Placement(
                        ids.next(),
                        plan.eater().elderId(),
                        meal.siteId(),
                        meal.deliveryProviderId(),
                        new Placement.Meal(date, meal.slot(), meal.fulfilment()),
                        meal.items().stream()
                                .map(item ->
                                        new Placement.Item(
                                                item.sku(), item.quantity(), Optional.empty()))
                                .toList(),
                        meal.address(),
                        new Placement.Accepted(
                                meal.accepted().allergen(), meal.accepted().diet(), false),
                        new Placement.By.Plan(plan.planId(), meal.accepted().by()));
        return placing.place(placement).order().orderId();
    }

    /// Cancels an order that is not cooked yet.
    ///
    /// @return whether the order was still open; an order that is already cancelled is not changed
    boolean takeBack(long orderId) {
        return transactions.inOne(_ -> {
            var order = preorders.find(orderId).orElseThrow();
            if (!order.state().isOpen()) {
                return false;
            }
            var action = Action.of("PLAN_RESTS", order.when().placedBy(), clock.instant());
            return preorders.cancel(orderId, action) instanceof StepOutcome.Done;
        });
    }
}
