package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.kitchen.BatchController.NewBatch;
import org.nuancan.menu.Menu;
import org.nuancan.menu.MenuService;
import org.nuancan.policy.Slot;

/// Says for which meal a batch was cooked where the kitchen does not. The hour alone would take a
/// lunch that was cooked too early for a breakfast, and nothing would keep it from leaving cold.
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

    /// What the kitchen says; of what it leaves out the day it was cooked, and the first meal from
    /// then on whose menu has the dish. If none has, by the hour.
    ///
    /// @throws ProblemException for a meal of another day than the one it was cooked on or the
    ///   next: the two hours would hold for a meal that nobody waits for
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

    /// What was cooked the evening before may be for any meal of the day.
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
