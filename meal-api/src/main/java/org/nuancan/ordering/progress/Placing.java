package org.nuancan.ordering.progress;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.menu.Menu;
import org.nuancan.menu.MenuService;
import org.nuancan.ordering.Placement;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.record.History;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.sale.Basket;
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

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PINS = 10_000;

    private final PlacementChecks checks;
    private final PlacementAlerts alerts;
    private final HeldOrders held;
    private final MenuService menus;
    private final History history;

    Placing(
            PlacementChecks checks,
            PlacementAlerts alerts,
            HeldOrders held,
            MenuService menus,
            History history) {
        this.checks = checks;
        this.alerts = alerts;
        this.held = held;
        this.menus = menus;
        this.history = history;
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
        var checked = checks.check(placement);
        var quoted = held.hold(checked.sale());
        var elder = quoted.elder().orElseThrow();
        PlacementChecks.mustBeActive(placement, elder);
        var shown = alerts.of(placement, checked.basket(), elder);
        takePortions(checked.menu(), checked.basket());
        var accepted = PlacementAlerts.accepted(placement, shown);
        var order = order(placement, checked.site(), quoted, accepted);
        history.placed(order);
        return new Placed(order, elder, shown);
    }

    /// Checks in advance whether a provider can deliver a kitchen's meals at all.
    ///
    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`
    public void mustDeliver(long providerId, long siteId) {
        checks.mustDeliver(providerId, siteId);
    }

    private void takePortions(Menu menu, Basket basket) {
        var missing = menus.take(menu.meal(), Preorder.portions(basket));
        if (missing.isPresent()) {
            throw ProblemException.with(ProblemCode.SOLD_OUT, Map.of("sku", missing.get()));
        }
    }

    private Preorder order(
            Placement placement,
            SiteOnFile site,
            SaleOutcome.Quoted quoted,
            Preorder.Accepted accepted) {
        var elder = quoted.elder().orElseThrow();
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
                        quoted.sale().at().happenedAt(),
                        placement.by().name(),
                        placement.by() instanceof Placement.By.Plan(var planId, _)
                                ? Optional.of(planId)
                                : Optional.empty()),
                new Preorder.Progress(PreorderState.PLACED, false, Optional.empty(), 1),
                quoted.sale().basket(),
                new Preorder.Agreed(
                        quoted.elderPays(), quoted.grants(), quoted.refusals(), accepted),
                checks.address(placement),
                "%04d".formatted(RANDOM.nextInt(PINS)));
    }
}
