package org.nuancan.console.api;

import java.time.LocalDate;
import java.util.List;

/// What a site sold on a day, net of refunds, in fen.
///
/// @param slots every meal of the day, also those at which nothing was sold
public record Sales(String siteId, LocalDate date, List<Slot> slots, Total total) {

    /// The sales of one meal of the day.
    ///
    /// @param slot `BREAKFAST`, `LUNCH` or `DINNER`
    /// @param orders those of which something is left
    /// @param dinerGrantFen granted to the elders
    /// @param incentiveFen granted to the provider
    public record Slot(
            String slot,
            long orders,
            long grossFen,
            long elderPaysFen,
            long dinerGrantFen,
            long incentiveFen) {}

    /// The sales of the whole day.
    public record Total(
            long orders, long grossFen, long elderPaysFen, long dinerGrantFen, long incentiveFen) {}
}
