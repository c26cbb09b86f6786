package org.nuancan.plan;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A standing plan, with the state of its days from today on.
///
/// @param elderId the elder
/// @param siteId the site that cooks
/// @param deliveryProviderId the provider that delivers; null: the kitchen delivers, or the meal is
///   collected
/// @param to the last day; null: open
/// @param onRestDays whether also on public holidays
/// @param address delivery address; null: the elder's home
/// @param pauses days on which it rests
/// @param days the state of the next days
@Introspected
record PlanAnswer(
        Id planId,
        Id elderId,
        Id siteId,
        @Nullable Id deliveryProviderId,
        List<Weekday> weekdays,
        Slot slot,
        Fulfilment fulfilment,
        List<Item> items,
        LocalDate from,
        @Nullable LocalDate to,
        boolean onRestDays,
        @Nullable String address,
        boolean allergenAccepted,
        boolean dietAccepted,
        List<Rest> pauses,
        List<DayAnswer> days) {

    /// The quantity of a dish.
    @Introspected
    record Item(String sku, int quantity) {}

    /// Days on which it rests, both included; `to` null: until it is resumed.
    @Introspected
    record Rest(LocalDate from, @Nullable LocalDate to) {}

    /// The state of one day.
    ///
    /// @param orderId its order; null if there is none
    /// @param reason why it could not be ordered, as the code of the problem; null if it could
    @Introspected
    record DayAnswer(
            Id planId,
            LocalDate date,
            PlanDays.Outcome outcome,
            @Nullable Id orderId,
            @Nullable String reason) {

        static DayAnswer of(PlanDays.Day day) {
            return new DayAnswer(
                    new Id(day.planId()),
                    day.date(),
                    day.outcome(),
                    day.orderId().map(Id::new).orElse(null),
                    day.reason().orElse(null));
        }
    }

    static PlanAnswer of(MealPlan plan, List<PlanDays.Day> days) {
        var meal = plan.meal();
        return new PlanAnswer(
                new Id(plan.planId()),
                new Id(plan.eater().elderId()),
                new Id(meal.siteId()),
                meal.deliveryProviderId().map(Id::new).orElse(null),
                plan.days().weekdays().stream().sorted().map(Weekday::of).toList(),
                meal.slot(),
                meal.fulfilment(),
                meal.items().stream().map(item -> new Item(item.sku(), item.quantity())).toList(),
                plan.days().from(),
                plan.days().to().orElse(null),
                plan.days().onRestDays(),
                meal.address().orElse(null),
                meal.accepted().allergen(),
                meal.accepted().diet(),
                plan.pauses().stream()
                        .filter(pause -> pause.to().filter(pause.from()::isAfter).isEmpty())
                        .map(pause -> new Rest(pause.from(), pause.to().orElse(null)))
                        .toList(),
                days.stream().map(DayAnswer::of).toList());
    }
}
