package org.nuancan.live;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.LongWork;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.site.OwnSites;
import org.nuancan.sale.history.SalesOfDay;
import org.nuancan.sale.history.SalesOfDay.OfSlot;

/// Sums of a site's sales on a day.
@LongWork
@Controller("/v1/sites/{siteId}/sales")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class SalesController {

    /// The sales for one meal of the day, or for all of them.
    ///
    /// @param orders the number of orders of which something is left
    /// @param grossFen the gross of all sales, net of refunds
    /// @param elderPaysFen the amount that elders paid, less their refunds
    /// @param dinerGrantFen the grants to diners, net of refunds
    /// @param incentiveFen the grants to the provider, net of refunds
    record Sums(long orders, Fen grossFen, Fen elderPaysFen, Fen dinerGrantFen, Fen incentiveFen) {

        static Sums of(List<OfSlot> sold) {
            return new Sums(
                    sold.stream().mapToLong(OfSlot::meals).sum(),
                    sum(sold, OfSlot::gross),
                    sum(sold, OfSlot::elderPays),
                    sum(sold, OfSlot::dinerGrants),
                    sum(sold, OfSlot::incentives));
        }

        private static Fen sum(List<OfSlot> sold, Function<OfSlot, Fen> what) {
            return Fen.sum(sold.stream().map(what).toList());
        }
    }

    /// The sums of one meal of the day.
    record SlotSums(
            Slot slot,
            long orders,
            Fen grossFen,
            Fen elderPaysFen,
            Fen dinerGrantFen,
            Fen incentiveFen) {

        static SlotSums of(OfSlot sold) {
            return new SlotSums(
                    sold.slot(),
                    sold.meals(),
                    sold.gross(),
                    sold.elderPays(),
                    sold.dinerGrants(),
                    sold.incentives());
        }
    }

    /// The sales of a site's day.
    ///
    /// @param slots every meal of the day, including those without sales
    record Answer(String siteId, LocalDate date, List<SlotSums> slots, Sums total) {}

    private final OwnSites sites;
    private final SalesOfDay sales;
    private final Clock clock;

    SalesController(OwnSites sites, SalesOfDay sales, Clock clock) {
        this.sites = sites;
        this.sales = sales;
        this.clock = clock;
    }

    /// Counts and sums by slot, net of refunds, of a service date; today if no date is given.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    Answer ofDay(
            @PathVariable Id siteId,
            @QueryValue @Nullable LocalDate date,
            @Parameter(hidden = true) Caller caller) {
        var site = sites.find(siteId, caller);
        var day = Optional.ofNullable(date).orElseGet(() -> BusinessDay.today(clock).date());
        var sold = sales.of(site.siteId(), day);
        return new Answer(
                siteId.text(), day, sold.stream().map(SlotSums::of).toList(), Sums.of(sold));
    }
}
