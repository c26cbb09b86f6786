package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.lookup.Doorsteps;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.menu.Menu;
import org.nuancan.menu.MenuService;
import org.nuancan.money.Fen;
import org.nuancan.ordering.Placement;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;
import org.nuancan.sale.Basket;
import org.nuancan.sale.Sale;

/// Checks whether an order can be placed at all, before limits and portions are looked at.
@Singleton
final class PlacementChecks {

    /// An order that can be placed if limits, portions and alerts allow it.
    ///
    /// @param sale the sale whose quote is the order's
    record Checked(Placement placement, SiteOnFile site, Menu menu, Basket basket, Sale sale) {}

    /// Elders and their addresses.
    @Singleton
    record People(Elders elders, Doorsteps doorsteps) {}

    private final People people;
    private final Sites sites;
    private final Baskets baskets;
    private final MenuService menus;
    private final Clock clock;

    PlacementChecks(People people, Sites sites, Baskets baskets, MenuService menus, Clock clock) {
        this.people = people;
        this.sites = sites;
        this.baskets = baskets;
        this.menus = menus;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`, `ORDERING_CLOSED`, `MENU_UNKNOWN`, `SKU_UNKNOWN`,
    ///   `PRICE_MISMATCH`, `FEE_AMBIGUOUS`, `PROVIDER_KIND_REFUSED`, `PROVIDER_SUSPENDED`,
    ///   `ORDER_TOO_LARGE`
    Checked check(Placement placement) {
        var site = site(placement.siteId());
        if (site.isStoppedAt(clock.instant())) {
            throw ProblemException.of(ProblemCode.PROVIDER_SUSPENDED);
        }
        mustBeNear(placement);
        var menu = openMenu(placement, site);
        var basket = baskets.of(placement, site, menu);
        if (basket.isTooLarge()) {
            throw ProblemException.of(ProblemCode.ORDER_TOO_LARGE);
        }
        return new Checked(placement, site, menu, basket, sale(placement, site, basket));
    }

    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`
    void mustDeliver(long providerId, long siteId) {
        baskets.mustDeliver(providerId, site(siteId));
    }

    private SiteOnFile site(long siteId) {
        return sites.findNow(siteId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// @throws ProblemException `ELDER_NOT_ACTIVE`
    static void mustBeActive(Placement placement, ElderAtTable elder) {
        if (!elder.facts().isActiveOn(placement.meal().serviceDate())) {
            throw ProblemException.of(ProblemCode.ELDER_NOT_ACTIVE);
        }
    }

    private void mustBeNear(Placement placement) {
        var today = BusinessDay.today(clock).date();
        var elder = people.elders().forMeal(List.of(placement.elderId()), today);
        var facts = Optional.ofNullable(elder.get(placement.elderId())).map(ElderAtTable::facts);
        var near =
                facts.filter(known ->
                        switch (placement.by()) {
                            case Placement.By.Plan _ -> true;
                            case Placement.By.DeskUser(var caller) ->
                                    caller.covers(known.household().division().code())
                                            || caller.covers(known.residenceDivision().code());
                        });
        if (near.isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private Menu openMenu(Placement placement, SiteOnFile site) {
        var meal =
                new Menu.Meal(
                        site.siteId(), placement.meal().serviceDate(), placement.meal().slot());
        var now = clock.instant();
        var menu = menus.find(meal);
        var today = BusinessDay.of(now).date();
        if (meal.date().isBefore(today)
                || menu.filter(found -> now.isAfter(found.orderUntil())).isPresent()) {
            throw ProblemException.of(ProblemCode.ORDERING_CLOSED);
        }
        return menu.orElseThrow(() -> ProblemException.of(ProblemCode.MENU_UNKNOWN));
    }

    private Sale sale(Placement placement, SiteOnFile site, Basket basket) {
        var date = placement.meal().serviceDate();
        return new Sale(
                placement.orderId(),
                Optional.of(placement.elderId()),
                new Sale.Occasion(
                        Sale.Place.of(site, date),
                        new Sale.Till(placement.by().name(), Optional.empty(), Optional.empty()),
                        date,
                        placement.meal().slot(),
                        placement.meal().fulfilment(),
                        clock.instant()),
                basket,
                new Sale.Payment.Online(List.of(), Fen.ZERO));
    }

    /// The address of the delivery; empty unless the meal is delivered.
    ///
    /// @throws ProblemException `ADDRESS_REQUIRED`
    String address(Placement placement) {
        if (placement.meal().fulfilment() != Fulfilment.DELIVERY) {
            return "";
        }
        if (placement.address().isPresent()) {
            return placement.address().get();
        }
        var doorstep = people.doorsteps().of(List.of(placement.elderId()));
        var address =
                Optional.ofNullable(doorstep.get(placement.elderId()))
                        .map(known -> known.address())
                        .filter(known -> !known.isBlank());
        return address.orElseThrow(() -> ProblemException.of(ProblemCode.ADDRESS_REQUIRED));
    }
}
