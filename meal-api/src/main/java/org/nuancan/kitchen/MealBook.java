package org.nuancan.kitchen;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.lookup.DeliveryPriority;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.menu.Dish;
import org.nuancan.menu.DishService;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.policy.fact.Fulfilment;

/// Reads the orders that make up a meal of a site. Counts, labels, runs and settlement all use this
/// class, so that they agree.
@Singleton
public class MealBook {

    private final Preorders preorders;
    private final DishService dishes;
    private final Elders elders;

    MealBook(Preorders preorders, DishService dishes, Elders elders) {
        this.preorders = preorders;
        this.dishes = dishes;
        this.elders = elders;
    }

    /// All orders of a meal, cancelled and failed ones included, ordered by id.
    @ReadOnly
    public List<Serving> of(Menu.Meal meal) {
        return servings(preorders.ofMeal(meal));
    }

    /// Turns orders of one meal into servings.
    @ReadOnly
    public List<Serving> servings(Collection<Preorder> orders) {
        var known = new ArrayList<Serving>();
        if (orders.isEmpty()) {
            return known;
        }
        var first = orders.iterator().next();
        var described = dishes.findBySite(first.where().siteId());
        var eaters =
                elders.forMeal(
                        orders.stream().map(order -> order.eater().elderId()).toList(),
                        first.when().serviceDate());
        for (var order : orders) {
            var eater = Optional.ofNullable(eaters.get(order.eater().elderId()));
            known.add(serving(order, eater.orElseThrow(), described));
        }
        return List.copyOf(known);
    }

    private static Serving serving(
            Preorder order, ElderAtTable eater, Map<String, Dish> described) {
        var plates =
                order.basket().lines().stream()
                        .filter(line -> !line.fee())
                        .map(line -> plate(line.sku(), line.name(), line.quantity()))
                        .map(plate -> described(plate, eater, described.get(plate.sku())))
                        .toList();
        return new Serving(
                order,
                eater.maskedName(),
                eater.age(),
                DeliveryPriority.of(eater),
                eater.diet(),
                eater.allergens(),
                plates,
                order.when().fulfilment() == Fulfilment.DELIVERY
                        ? order.eater().residence()
                        : Serving.COUNTER);
    }

    private static Plate plate(String sku, String name, int quantity) {
        return new Plate(sku, name, name, quantity, List.of(), List.of());
    }

    private static Plate described(Plate plate, ElderAtTable eater, @Nullable Dish dish) {
        if (dish == null) {
            return new Plate(
                    plate.sku(),
                    plate.nameZh(),
                    plate.nameEn(),
                    plate.quantity(),
                    eater.diet(),
                    List.of());
        }
        return new Plate(
                plate.sku(),
                dish.nameZh(),
                dish.nameEn(),
                plate.quantity(),
                dish.unmet(eater.diet()),
                dish.among(eater.allergens()));
    }
}
