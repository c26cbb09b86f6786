package org.nuancan.ordering.record;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.StepKind;

/// Changes of a meal: orders added and removed, for changes since a kitchen printed its sheet.
@Singleton
public class MealHistory {

    /// An order was added to a meal or removed from it.
    ///
    /// @param isIn whether it is cooked from then on
    /// @param at when it was recorded
    public record Entry(long orderId, boolean isIn, Instant at) {}

    private final StepRepository steps;
    private final PreorderRepository orders;

    MealHistory(StepRepository steps, PreorderRepository orders) {
        this.steps = steps;
        this.orders = orders;
    }

    /// All entries of a meal, in the order in which they were recorded.
    @ReadOnly
    public List<Entry> of(Menu.Meal meal) {
        var cooked = new HashSet<>(orders.cookedOfMeal(meal.siteId(), meal.date(), meal.slot()));
        return steps.doneOfMeal(meal.siteId(), meal.date(), meal.slot()).stream()
                .map(step ->
                        new Entry(
                                step.id().orderId(),
                                isIn(step.kind(), cooked.contains(step.id().orderId())),
                                step.recordedAt()))
                .toList();
    }

    private static boolean isIn(StepKind kind, boolean cooked) {
        return switch (kind) {
            case PLACE, ACCEPT, UNACCEPT, PREPARE, UNPREPARE, OUT, DELIVER, COLLECT -> true;
            case CANCEL -> false;
            case FAIL -> cooked;
        };
    }
}
