package org.nuancan.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.event.Event.Concerns;
import org.nuancan.menu.Menu;
import org.nuancan.policy.fact.Slot;

/// A rider's trip with the meals of one kitchen.
///
/// @param version number of its changes, from 1
/// @param stops orders in the order of delivery
public record Run(
        long runId,
        Parties parties,
        LocalDate date,
        Slot slot,
        String rider,
        RunState state,
        int version,
        Times times,
        List<Stop> stops) {

    /// The parties of a run.
    ///
    /// @param carrierId the provider that delivers
    /// @param kitchenId the provider of the site
    /// @param division the division of the site
    public record Parties(long carrierId, long siteId, long kitchenId, String division) {}

    /// Times of creation, departure and end.
    public record Times(
            Instant createdAt, Optional<Instant> departedAt, Optional<Instant> finishedAt) {}

    /// One order of a run.
    ///
    /// @param plannedAt computed time of arrival; empty if the run was made by hand
    public record Stop(long orderId, Optional<Instant> plannedAt) {}

    public Run {
        stops = List.copyOf(stops);
    }

    /// The meal of the kitchen to which all its orders belong.
    public Menu.Meal meal() {
        return new Menu.Meal(parties.siteId(), date, slot);
    }

    /// Ids of its orders, in the order of delivery.
    public List<Long> orderIds() {
        return stops.stream().map(Stop::orderId).toList();
    }

    Concerns concerns() {
        return Concerns.site(parties.division(), parties.siteId(), parties.kitchenId())
                .carriedBy(parties.carrierId())
                .riddenBy(rider);
    }
}
