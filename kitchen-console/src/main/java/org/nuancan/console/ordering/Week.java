package org.nuancan.console.ordering;

import java.time.LocalDate;
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

    /// What was chosen before the days are shown.
    public record Choice(String siteId, String slot, LocalDate from) {}

    /// One day.
    ///
    /// @param menu what is offered, if a menu was published
    /// @param ordered whether the elder has an order for this meal already
    public record Day(LocalDate date, Optional<Menu> menu, boolean ordered) {}
}
