package org.nuancan.console.kitchen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Menu;
import org.nuancan.console.api.Site;

/// A week of menus of one meal, and the day that is written.
///
/// @param meal the site, the meal, and the day that the form is for
/// @param days seven days from that day's Monday
/// @param rows what the form begins with: the day's menu, or the one it is copied from
public record MenuWeek(Meal meal, List<Site> sites, List<Day> days, Optional<Menu> rows) {

    private static final int FEWEST_ROWS = 6;

    /// One day with its menu, if one was published.
    public record Day(LocalDate date, Optional<Menu> menu) {}

    /// Empty rows below those that are filled.
    public int emptyRows() {
        return Math.max(2, FEWEST_ROWS - rows.map(menu -> menu.items().size()).orElse(0));
    }

    /// The day before the week.
    public LocalDate before() {
        return meal.date().minusDays(7);
    }

    /// The day after the week.
    public LocalDate after() {
        return meal.date().plusDays(7);
    }
}
