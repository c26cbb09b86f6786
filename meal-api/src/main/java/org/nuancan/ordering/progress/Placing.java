package org.nuancan.ordering.progress;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.record.History;
import org.nuancan.ordering.record.PreorderStore;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;
import org.nuancan.sale.Basket;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;

/// Places orders: limits and portions are reserved, and nothing is booked.
@Singleton
public class Placing {

    /// A placed order.
    ///
    /// @param elder the elder's facts on the service date
    /// @param alerts alerts for the caller: `ALLERGEN`, `DIET`, `SAME_SLOT` (the elder has another
    ///   order for this meal), `IN_INSTITUTION`
    public record Placed(Preorder order, ElderAtTable elder, List<String> alerts) {}

    /// Transactions, elders and their addresses.
    @Singleton
    record People(Elders elders, Doorsteps doorsteps) {}

    /// Storage of orders, their history, limits and portions.
    @Singleton
    record Files(PreorderStore orders, History history, HeldOrders held, MenuService menus) {}

    private static final String ALLERGEN = "ALLERGEN";
    private static final String DIET = "DIET";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PINS = 10_000;

    private final People people;
    private final Sites sites;
    private final Baskets baskets;
    private final Files files;
    private final Clock clock;

    Placing(People people, Sites sites, Baskets baskets, Files files, Clock clock) {
        this.people = people;
        this.sites = sites;
        this.baskets = baskets;
        this.files = files;
        this.clock = clock;
    }

    /// Places an order in the caller's transaction. It locks the elder first and the portions last;
    /// callers that place several orders must go in the order of the elders' ids, or use one
    /// transaction for each.
    ///
    /// @throws ProblemException for any refusal (`NOT_FOUND`, `ELDER_NOT_ACTIVE`, `MENU_UNKNOWN`,
    ///   `ORDERING_CLOSED`, `SKU_UNKNOWN`, `ALLERGEN`, `DIET`, `SOLD_OUT`, `ORDER_COLLIDES`, …):
    ///   the transaction must then be rolled back
    @Transactional
    public Placed place(Placement placement) {
        var site =
                sites.findNow(placement.siteId())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        mustBeNear(placement);
        var menu = openMenu(placement, site);
        var basket = baskets.of(placement, site, menu);
        if (basket.isTooLarge()) {
            throw ProblemException.of(ProblemCode.ORDER_TOO_LARGE);
        }
        var held = files.held().hold(sale(placement, site, basket));
        var elder = held.elder().orElseThrow();
        if (!elder.facts().isActiveOn(placement.meal().serviceDate())) {
            throw ProblemException.of(ProblemCode.ELDER_NOT_ACTIVE);
        }
        var alerts = alerts(placement, basket, elder);
        takePortions(menu, basket);
        var order = order(placement, site, held, accepted(placement, alerts));
        files.history().placed(order);
        return new Placed(order, elder, alerts);
    }

    /// Checks in advance whether a provider can deliver a kitchen's meals at all.
    ///
    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`
    public void mustDeliver(long providerId, long siteId) {
        var site =
                sites.findNow(siteId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        baskets.mustDeliver(providerId, site);
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
        var menu = files.menus().find(meal);
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

    private List<String> alerts(Placement placement, Basket basket, ElderAtTable elder) {
        var alerts = new ArrayList<String>();
        var allergens = baskets.allergens(basket, placement.siteId(), elder);
        if (!allergens.isEmpty()) {
            if (!placement.accepted().allergen()) {
                throw ProblemException.with(ProblemCode.ALLERGEN, Map.of("allergens", allergens));
            }
            alerts.add(ALLERGEN);
        }
        var unmet = baskets.unmet(basket, placement.siteId(), elder);
        if (!unmet.isEmpty()) {
            if (!placement.accepted().diet()) {
                throw ProblemException.with(ProblemCode.DIET, Map.of("diet", unmet));
            }
            alerts.add(DIET);
        }
        if (hasAnother(placement)) {
            alerts.add("SAME_SLOT");
        }
        if (elder.facts().isInInstitutionOn(placement.meal().serviceDate())) {
            alerts.add("IN_INSTITUTION");
        }
        return List.copyOf(alerts);
    }

    /// The elder is locked, so no other order can appear before this transaction commits.
    private boolean hasAnother(Placement placement) {
        var others =
                files.orders()
                        .ofElder(
                                placement.elderId(),
                                placement.meal().serviceDate(),
                                placement.meal().slot());
        var byPlan = others.stream().anyMatch(other -> other.when().planId().isPresent());
        var collides = placement.by() instanceof Placement.By.Plan ? !others.isEmpty() : byPlan;
        if (collides && !placement.accepted().collision()) {
            throw ProblemException.with(
                    ProblemCode.ORDER_COLLIDES,
                    Map.of("orderId", Long.toString(others.getFirst().orderId())));
        }
        return !others.isEmpty();
    }

    private void takePortions(Menu menu, Basket basket) {
        var missing = files.menus().take(menu.meal(), Preorder.portions(basket));
        if (missing.isPresent()) {
            throw ProblemException.with(ProblemCode.SOLD_OUT, Map.of("sku", missing.get()));
        }
    }

    private Preorder order(
            Placement placement,
            SiteOnFile site,
            SaleOutcome.Quoted held,
            Preorder.Accepted accepted) {
        var elder = held.elder().orElseThrow();
        return new Preorder(
                placement.orderId(),
                new Preorder.Eater(
                        placement.elderId(),
                        elder.districtCode(),
                        elder.facts().household().division().code(),
                        elder.facts().residenceDivision().code()),
                new Preorder.Where(
                        site.siteId(), site.providerId(), placement.deliveryProviderId()),
                new Preorder.When(
                        placement.meal().serviceDate(),
                        placement.meal().slot(),
                        placement.meal().fulfilment(),
                        held.sale().at().happenedAt(),
                        placement.by().name(),
                        placement.by() instanceof Placement.By.Plan(var planId, _)
                                ? Optional.of(planId)
                                : Optional.empty()),
                new Preorder.Progress(PreorderState.PLACED, false, Optional.empty(), 1),
                held.sale().basket(),
                new Preorder.Agreed(held.elderPays(), held.grants(), held.refusals(), accepted),
                address(placement),
                "%04d".formatted(RANDOM.nextInt(PINS)));
    }

    /// The alerts that were accepted, and who accepted them: the caller, or the author of the plan.
    private static Preorder.Accepted accepted(Placement placement, List<String> alerts) {
        var by = placement.by().accepting();
        return new Preorder.Accepted(
                Optional.of(by).filter(_ -> alerts.contains(ALLERGEN)),
                Optional.of(by).filter(_ -> alerts.contains(DIET)));
    }

    private String address(Placement placement) {
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
