package org.nuancan.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A standing plan: the meals that an elder gets on certain days of the week.
///
/// @param planId its id
/// @param eater the elder
/// @param meal the dishes and how they are delivered
/// @param days the days
/// @param pauses days on which the plan rests
record MealPlan(long planId, Eater eater, Meal meal, Days days, List<Pause> pauses) {

    /// The elder of a plan.
    ///
    /// @param household the division of the household, 9 digits, when the plan was made
    /// @param residence the division of the residence, 9 digits, when the plan was made
    record Eater(long elderId, String household, String residence) {}

    /// The dishes and how they are delivered.
    ///
    /// @param address delivery address; empty: the elder's home
    /// @param accepted warnings that the plan's author accepts
    record Meal(
            long siteId,
            Optional<Long> deliveryProviderId,
            Slot slot,
            Fulfilment fulfilment,
            List<Item> items,
            Optional<String> address,
            Accepted accepted) {

        /// Leaves out the address, which is personal.
        @Override
        public String toString() {
            return "Meal[" + siteId + ", " + slot + "]";
        }
    }

    /// Accepted warnings, and the user who accepts them.
    ///
    /// @param allergen that a dish contains an allergen of the elder
    /// @param diet that a dish does not meet a diet that the elder needs
    record Accepted(boolean allergen, boolean diet, String by) {}

    /// The quantity of a dish.
    record Item(String sku, int quantity) {}

    /// The days of a plan.
    ///
    /// @param onRestDays whether also on days off in the state calendar, such as a holiday on a
    ///   Wednesday
    /// @param from the first day
    /// @param to the last day; empty: open
    record Days(
            Set<DayOfWeek> weekdays, boolean onRestDays, LocalDate from, Optional<LocalDate> to) {}

    /// Days on which the plan rests, both included; `to` empty: until it is resumed.
    record Pause(long pauseId, LocalDate from, Optional<LocalDate> to) {

        boolean holds(LocalDate date) {
            return !date.isBefore(from) && to.filter(date::isAfter).isEmpty();
        }
    }

    /// Copies the pauses.
    MealPlan {
        pauses = List.copyOf(pauses);
    }

    /// Whether the plan orders a meal for a day; other reasons to refuse the order are not checked.
    ///
    /// @param calendar whether a date is a working day, for dates that differ from Monday to Friday
    boolean wants(LocalDate date, Map<LocalDate, Boolean> calendar) {
        return !date.isBefore(days.from())
                && days.to().filter(date::isAfter).isEmpty()
                && days.weekdays().contains(date.getDayOfWeek())
                && (days.onRestDays() || !isHoliday(date, calendar))
                && pauses.stream().noneMatch(pause -> pause.holds(date));
    }

    /// The same plan with another last day.
    MealPlan until(LocalDate lastDay) {
        return new MealPlan(
                planId,
                eater,
                meal,
                new Days(days.weekdays(), days.onRestDays(), days.from(), Optional.of(lastDay)),
                pauses);
    }

    /// Whether a date is a day off other than a weekend: a plan for Saturdays orders on every
    /// Saturday.
    private static boolean isHoliday(LocalDate date, Map<LocalDate, Boolean> calendar) {
        var weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !calendar.getOrDefault(date, true);
    }
}
