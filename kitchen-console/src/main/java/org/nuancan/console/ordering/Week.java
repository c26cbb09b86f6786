package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Menu;

/// The form in which a week is ordered: each day with what the site offers.
///
/// @param wish what was chosen before: the site, the meal, how it is handed over
/// @param sites those to choose from, names by id
/// @param carriers who can deliver, names by id
public record Week(
        Elder elder,
        Choice wish,
        List<Day> days,
        Map<String, String> sites,
        Map<String, String> carriers) {

    /// How meals are handed over.
    public static final List<String> FULFILMENTS = List.of("DINE_IN", "TAKE_AWAY", "DELIVERY");

    /// The days on which a plan orders.
    public static final List<String> WEEKDAYS =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /// The dishes of the menus of these days, names by sku.
    public Map<String, String> dishes(String language) {
        Map<String, String> dishes = new LinkedHashMap<>();
        days.stream()
                .flatMap(day -> day.menu().stream())
                .flatMap(menu -> menu.items().stream())
                .forEach(item -> dishes.putIfAbsent(item.sku(), item.name(language)));
        return dishes;
    }

    /// What was chosen before the days are shown.
    public record Choice(String siteId, String slot, LocalDate from) {}

    /// One day.
    ///
    /// @param menu what is offered, if a menu was published
    /// @param ordered whether the elder has an order for this meal already
    public record Day(LocalDate date, Optional<Menu> menu, boolean ordered) {}
}
