package org.nuancan.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.Slot;

/// What an elder eats on which days, until somebody says otherwise.
///
/// @param planId its id
/// @param eater for whom
/// @param meal what, and how it comes
/// @param days when
/// @param pauses when not
record MealPlan(long planId, Eater eater, Meal meal, Days days, List<Pause> pauses) {

    /// For whom.
    ///
    /// @param household the division, 9 digits, when the plan was made
    /// @param residence likewise
    record Eater(long elderId, String household, String residence) {}

    /// What, and how it comes.
    ///
    /// @param address where to bring it; empty: where the elder lives
    /// @param accepted what the one who made the plan was told and accepts
    record Meal(
            long siteId,
            Optional<Long> deliveryProviderId,
            Slot slot,
            Fulfilment fulfilment,
            List<Item> items,
            Optional<String> address,
            Accepted accepted) {

        /// The address is nobody's business.
        @Override
        public String toString() {
            return "Meal[" + siteId + ", " + slot + "]";
        }
    }

    /// What is accepted, and by which user.
    ///
    /// @param allergen that a dish holds an allergen of the elder
    /// @param diet that a dish does not meet a diet that the elder needs
    record Accepted(boolean allergen, boolean diet, String by) {}

    /// How many of a dish.
    record Item(String sku, int quantity) {}

    /// When.
    ///
    /// @param onRestDays whether also on days off by the state calendar, such as a holiday on a
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

    /// Whether the plan orders a meal for a day, as far as it is up to the plan.
    ///
    /// @param calendar whether a date is worked, where that is not Monday to Friday
    boolean wants(LocalDate date, Map<LocalDate, Boolean> calendar) {
        return !date.isBefore(days.from())
                && days.to().filter(date::isAfter).isEmpty()
                && days.weekdays().contains(date.getDayOfWeek())
                && (days.onRestDays() || !isHoliday(date, calendar))
                && pauses.stream().noneMatch(pause -> pause.holds(date));
    }

    /// The same with another last day.
    MealPlan until(LocalDate lastDay) {
        return new MealPlan(
                planId,
                eater,
                meal,
                new Days(days.weekdays(), days.onRestDays(), days.from(), Optional.of(lastDay)),
                pauses);
    }

    /// A day off that is no weekend: who eats on Saturdays by plan eats on any Saturday.
    private static boolean isHoliday(LocalDate date, Map<LocalDate, Boolean> calendar) {
        var weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !calendar.getOrDefault(date, true);
    }
}
