package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.menu.DishService;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.Placement;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;
import org.nuancan.provider.price.Prices;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.sale.Basket;

/// Builds the basket of an order: dishes of the menu at the kitchen's prices, and the fee of the
/// delivery provider.
@Singleton
final class Baskets {

    private final Prices prices;
    private final DishService dishes;
    private final Deliverers deliverers;
    private final Clock clock;

    Baskets(Prices prices, DishService dishes, Deliverers deliverers, Clock clock) {
        this.prices = prices;
        this.dishes = dishes;
        this.deliverers = deliverers;
        this.clock = clock;
    }

    /// @throws ProblemException `SKU_UNKNOWN`, `PRICE_MISMATCH`, `FEE_AMBIGUOUS`, `NOT_FOUND`,
    ///   `PROVIDER_KIND_REFUSED`
    Basket of(Placement placement, SiteOnFile site, Menu menu) {
        var list = prices.at(site.siteId(), clock.instant());
        var fees = fees(placement, site);
        var lines = new ArrayList<Basket.Line>();
        for (var at = 0; at < placement.items().size(); at++) {
            var item = placement.items().get(at);
            var dish = list.find(item.sku()).filter(found -> isOnMenu(menu, found));
            var fee = dish.isPresent() ? Optional.<PricedItem>empty() : fees.find(item.sku());
            var price = dish.or(() -> fee);
            if (price.isEmpty()) {
                throw refused(ProblemCode.SKU_UNKNOWN, at, "sku");
            }
            lines.add(line(item, price.get(), fee.isPresent(), at));
        }
        addFee(lines, fees);
        if (lines.stream().allMatch(Basket.Line::fee)) {
            throw refused(ProblemCode.SKU_UNKNOWN, 0, "sku");
        }
        return new Basket(lines);
    }

    /// @throws ProblemException `NOT_FOUND`, `PROVIDER_KIND_REFUSED`
    void mustDeliver(long providerId, SiteOnFile site) {
        var _ = deliverers.fees(providerId, site);
    }

    private PriceList fees(Placement placement, SiteOnFile site) {
        return placement.deliveryProviderId().isPresent()
                ? deliverers.fees(placement.deliveryProviderId().get(), site)
                : new PriceList(List.of());
    }

    private static boolean isOnMenu(Menu menu, PricedItem price) {
        return !price.openPrice() && menu.find(price.sku()).isPresent();
    }

    private static Basket.Line line(Placement.Item item, PricedItem price, boolean fee, int at) {
        if (item.unitPriceFen().filter(given -> given != price.price().value()).isPresent()) {
            throw refused(ProblemCode.PRICE_MISMATCH, at, "unitPriceFen");
        }
        return line(price, item.quantity(), fee);
    }

    private static Basket.Line line(PricedItem price, int quantity, boolean fee) {
        return new Basket.Line(
                price.sku(), price.name(), quantity, price.price(), price.subsidisable(), fee);
    }

    /// Adds the fee that the request does not name, if the list has exactly one.
    private static void addFee(List<Basket.Line> lines, PriceList fees) {
        if (fees.items().isEmpty() || lines.stream().anyMatch(Basket.Line::fee)) {
            return;
        }
        if (fees.items().size() > 1) {
            throw ProblemException.with(
                    ProblemCode.FEE_AMBIGUOUS,
                    Map.of("fees", fees.items().stream().map(PricedItem::sku).toList()));
        }
        lines.add(line(fees.items().getFirst(), 1, true));
    }

    /// Allergens of the elder that the dishes contain.
    List<String> allergens(Basket basket, long siteId, ElderAtTable elder) {
        var known = dishes.findBySite(siteId);
        var found = new TreeSet<String>();
        for (var line : basket.lines()) {
            Optional.ofNullable(known.get(line.sku()))
                    .filter(dish -> !line.fee())
                    .ifPresent(dish -> found.addAll(dish.among(elder.allergens())));
        }
        return List.copyOf(found);
    }

    /// Needs of the elder that a dish does not meet. A dish that the site does not describe is not
    /// judged.
    List<String> unmet(Basket basket, long siteId, ElderAtTable elder) {
        var known = dishes.findBySite(siteId);
        var found = new TreeSet<String>();
        for (var line : basket.lines()) {
            Optional.ofNullable(known.get(line.sku()))
                    .filter(dish -> !line.fee())
                    .ifPresent(dish -> found.addAll(dish.unmet(elder.diet())));
        }
        return List.copyOf(found);
    }

    private static ProblemException refused(ProblemCode code, int item, String field) {
        var pointer = "/items/%d/%s".formatted(item, field);
        return ProblemException.of(code, List.of(new Fault(pointer, code.name(), code.name())));
    }
}
