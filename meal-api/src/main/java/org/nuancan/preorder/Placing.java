package org.nuancan.preorder;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.Doorsteps;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.menu.Menu;
import org.nuancan.menu.MenuService;
import org.nuancan.money.Fen;
import org.nuancan.order.Basket;
import org.nuancan.order.Sale;
import org.nuancan.order.SaleOutcome;
import org.nuancan.policy.Fulfilment;
import org.nuancan.provider.SiteOnFile;
import org.nuancan.provider.Sites;

/// Orders a meal: limits and portions are held, nothing is booked.
@Singleton
public class Placing {

    /// What was ordered.
    ///
    /// @param elder as of the service date
    /// @param alerts what the one who orders should know: `ALLERGEN`, `DIET`, `SAME_SLOT` (the
    ///   elder has another order for this meal), `IN_INSTITUTION`
    public record Placed(Preorder order, ElderAtTable elder, List<String> alerts) {}

    /// Whom and what an order is about.
    @Singleton
    record People(Transactions transactions, Elders elders, Doorsteps doorsteps) {}

    /// Where orders are written.
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

    /// Orders a meal in the caller's transaction. Locks the elder first, the portions last; call it
    /// for one elder after another in the order of their ids, or in a transaction each.
    ///
    /// @throws ProblemException for whatever refuses it (`NOT_FOUND`, `ELDER_NOT_ACTIVE`,
    ///   `MENU_UNKNOWN`, `ORDERING_CLOSED`, `SKU_UNKNOWN`, `ALLERGEN`, `DIET`, `SOLD_OUT`,
    ///   `ORDER_COLLIDES`, …): the transaction must then be given up
    @Transactional
    public Placed place(Wish wish) {
        var site =
                sites.findNow(wish.siteId())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        mustBeNear(wish);
        var menu = openMenu(wish, site);
        var basket = baskets.of(wish, site, menu);
        if (basket.isTooLarge()) {
            throw ProblemException.of(ProblemCode.ORDER_TOO_LARGE);
        }
        var held = files.held().hold(sale(wish, site, basket));
        var elder = held.elder().orElseThrow();
        if (!elder.facts().isActiveOn(wish.meal().serviceDate())) {
            throw ProblemException.of(ProblemCode.ELDER_NOT_ACTIVE);
        }
        var alerts = alerts(wish, basket, elder);
        takePortions(menu, basket);
        var order = order(wish, site, held, accepted(wish, alerts));
        files.history().placed(order);
        return new Placed(order, elder, alerts);
    }

    /// Asks beforehand what would refuse every order of a kitchen's meals by a deliverer.
    ///
    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`
    public void mustDeliver(long providerId, long siteId) {
        var site =
                sites.findNow(siteId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        baskets.mustDeliver(providerId, site);
    }

    private void mustBeNear(Wish wish) {
        var today = BusinessDay.today(clock).date();
        var elder = people.elders().forMeal(List.of(wish.elderId()), today);
        var facts = Optional.ofNullable(elder.get(wish.elderId())).map(ElderAtTable::facts);
        var near =
                facts.filter(known ->
                        switch (wish.by()) {
                            case Wish.By.Plan _ -> true;
                            case Wish.By.Desk(var caller) ->
                                    caller.covers(known.household().division().code())
                                            || caller.covers(known.residenceDivision().code());
                        });
        if (near.isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private Menu openMenu(Wish wish, SiteOnFile site) {
        var meal = new Menu.Meal(site.siteId(), wish.meal().serviceDate(), wish.meal().slot());
        var now = clock.instant();
        var menu = files.menus().find(meal);
        var today = BusinessDay.of(now).date();
        if (meal.date().isBefore(today)
                || menu.filter(found -> now.isAfter(found.orderUntil())).isPresent()) {
            throw ProblemException.of(ProblemCode.ORDERING_CLOSED);
        }
        return menu.orElseThrow(() -> ProblemException.of(ProblemCode.MENU_UNKNOWN));
    }

    private Sale sale(Wish wish, SiteOnFile site, Basket basket) {
        var date = wish.meal().serviceDate();
        return new Sale(
                wish.orderId(),
                Optional.of(wish.elderId()),
                new Sale.Occasion(
                        Sale.Place.of(site, date),
                        new Sale.Till(wish.by().name(), Optional.empty(), Optional.empty()),
                        date,
                        wish.meal().slot(),
                        wish.meal().fulfilment(),
                        clock.instant()),
                basket,
                new Sale.Payment.Online(List.of(), Fen.ZERO));
    }

    private List<String> alerts(Wish wish, Basket basket, ElderAtTable elder) {
        var alerts = new ArrayList<String>();
        var allergens = baskets.allergens(basket, wish.siteId(), elder);
        if (!allergens.isEmpty()) {
            if (!wish.accepted().allergen()) {
                throw ProblemException.with(ProblemCode.ALLERGEN, Map.of("allergens", allergens));
            }
            alerts.add(ALLERGEN);
        }
        var unmet = baskets.unmet(basket, wish.siteId(), elder);
        if (!unmet.isEmpty()) {
            if (!wish.accepted().diet()) {
                throw ProblemException.with(ProblemCode.DIET, Map.of("diet", unmet));
            }
            alerts.add(DIET);
        }
        if (hasAnother(wish)) {
            alerts.add("SAME_SLOT");
        }
        if (elder.facts().isInInstitutionOn(wish.meal().serviceDate())) {
            alerts.add("IN_INSTITUTION");
        }
        return List.copyOf(alerts);
    }

    /// The elder is locked: what is not there now does not come until this is committed.
    private boolean hasAnother(Wish wish) {
        var others =
                files.orders()
                        .ofElder(wish.elderId(), wish.meal().serviceDate(), wish.meal().slot());
        var byPlan = others.stream().anyMatch(other -> other.when().planId().isPresent());
        var collides = wish.by() instanceof Wish.By.Plan ? !others.isEmpty() : byPlan;
        if (collides && !wish.accepted().collision()) {
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
            Wish wish, SiteOnFile site, SaleOutcome.Quoted held, Preorder.Accepted accepted) {
        var elder = held.elder().orElseThrow();
        return new Preorder(
                wish.orderId(),
                new Preorder.Eater(
                        wish.elderId(),
                        elder.districtCode(),
                        elder.facts().household().division().code(),
                        elder.facts().residenceDivision().code()),
                new Preorder.Where(site.siteId(), site.providerId(), wish.deliveryProviderId()),
                new Preorder.When(
                        wish.meal().serviceDate(),
                        wish.meal().slot(),
                        wish.meal().fulfilment(),
                        held.sale().at().happenedAt(),
                        wish.by().name(),
                        wish.by() instanceof Wish.By.Plan(var planId, _)
                                ? Optional.of(planId)
                                : Optional.empty()),
                new Preorder.Progress(PreorderState.PLACED, false, Optional.empty(), 1),
                held.sale().basket(),
                new Preorder.Agreed(held.elderPays(), held.grants(), held.refusals(), accepted),
                address(wish),
                "%04d".formatted(RANDOM.nextInt(PINS)));
    }

    /// What there was to accept, and who did: the one who orders, or who made the plan.
    private static Preorder.Accepted accepted(Wish wish, List<String> alerts) {
        var by = wish.by().accepting();
        return new Preorder.Accepted(
                Optional.of(by).filter(_ -> alerts.contains(ALLERGEN)),
                Optional.of(by).filter(_ -> alerts.contains(DIET)));
    }

    private String address(Wish wish) {
        if (wish.meal().fulfilment() != Fulfilment.DELIVERY) {
            return "";
        }
        if (wish.address().isPresent()) {
            return wish.address().get();
        }
        var doorstep =
                people.transactions()
                        .reading(connection ->
                                people.doorsteps().of(connection, List.of(wish.elderId())));
        var address =
                Optional.ofNullable(doorstep.get(wish.elderId()))
                        .map(known -> known.address())
                        .filter(known -> !known.isBlank());
        return address.orElseThrow(() -> ProblemException.of(ProblemCode.ADDRESS_REQUIRED));
    }
}
