package org.nuancan.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.event.Event.Concerns;
import org.nuancan.menu.Menu;
import org.nuancan.policy.Slot;

/// A rider's way with the meals of one kitchen.
///
/// @param version counts its changes, from 1
/// @param stops orders in the order in which they are driven
record Run(
        long runId,
        Parties parties,
        LocalDate date,
        Slot slot,
        String rider,
        RunState state,
        int version,
        Times times,
        List<Stop> stops) {

    /// Who has a part in it.
    ///
    /// @param carrierId who carries
    /// @param kitchenId whose site it is
    /// @param division where the site lies
    record Parties(long carrierId, long siteId, long kitchenId, String division) {}

    /// When it left and came to its end.
    record Times(Instant createdAt, Optional<Instant> departedAt, Optional<Instant> finishedAt) {}

    /// One order.
    ///
    /// @param plannedAt when the rider should be there, if it was computed
    record Stop(long orderId, Optional<Instant> plannedAt) {}

    Run {
        stops = List.copyOf(stops);
    }

    Menu.Meal meal() {
        return new Menu.Meal(parties.siteId(), date, slot);
    }

    List<Long> orderIds() {
        return stops.stream().map(Stop::orderId).toList();
    }

    Concerns concerns() {
        return Concerns.site(parties.division(), parties.siteId(), parties.kitchenId())
                .carriedBy(parties.carrierId())
                .riddenBy(rider);
    }
}
