package org.nuancan.kitchen.batch;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.kitchen.batch.BatchController.NewBatch;
import org.nuancan.menu.Menu;
import org.nuancan.menu.MenuService;
import org.nuancan.policy.fact.Slot;

/// Finds the meal for which a batch was cooked if the kitchen does not say. The hour alone is not
/// enough: it would count a lunch that was cooked early as breakfast, and then the rule of two
/// hours would not apply to that lunch.
@Singleton
final class MealsCooked {

    private static final int LUNCH_FROM = 10;
    private static final int DINNER_FROM = 15;

    private static final Fault OTHER_DAY =
            new Fault(
                    "/date",
                    "VALUE",
                    "应为烹饪当天或次日 / neither the day it was cooked nor the day after");

    private final MenuService menus;

    MealsCooked(MenuService menus) {
        this.menus = menus;
    }

    /// Uses the date and slot that the kitchen reports. A missing date is the day of cooking; a
    /// missing slot is that of the first meal from then on whose menu has the dish, else by the
    /// hour.
    ///
    /// @throws ProblemException if the date is neither the day of cooking nor the next: the rule of
    ///   two hours would then apply to the wrong meal
    Menu.Meal of(long siteId, NewBatch batch) {
        var cooked = batch.cookedAt().atZone(BusinessDay.ZONE);
        var date = Optional.ofNullable(batch.date()).orElse(cooked.toLocalDate());
        if (date.isBefore(cooked.toLocalDate()) || date.isAfter(cooked.toLocalDate().plusDays(1))) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, List.of(OTHER_DAY));
        }
        var slot = Optional.ofNullable(batch.slot());
        if (slot.isPresent()) {
            return new Menu.Meal(siteId, date, slot.get());
        }
        var byHour = byHour(cooked.toLocalTime());
        var first = first(date, cooked.toLocalDate(), byHour);
        for (var one : EnumSet.range(first, Slot.DINNER)) {
            var meal = new Menu.Meal(siteId, date, one);
            var menu = menus.find(meal);
            if (menu.flatMap(found -> found.find(batch.sku())).isPresent()) {
                return meal;
            }
        }
        return new Menu.Meal(siteId, date, byHour);
    }

    /// A batch cooked the evening before may be for any meal of the day.
    private static Slot first(LocalDate date, LocalDate cookedOn, Slot byHour) {
        return date.isAfter(cookedOn) ? Slot.BREAKFAST : byHour;
    }

    private static Slot byHour(LocalTime time) {
        if (time.getHour() < LUNCH_FROM) {
            return Slot.BREAKFAST;
        }
        return time.getHour() < DINNER_FROM ? Slot.LUNCH : Slot.DINNER;
    }
}
