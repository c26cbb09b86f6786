package org.nuancan.menu;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// The menus of the sites, with the portions that are left.
@Singleton
public class MenuService {

    /// A menu to set.
    ///
    /// @param portions by sku, in the site's order
    record Wanted(Menu.Meal meal, Instant orderUntil, List<Wanted.Line> portions) {

        record Line(String sku, int portions) {}
    }

    private final MenuRepository menus;
    private final MenuItemRepository items;
    private final MenuAudit audit;
    private final Clock clock;

    MenuService(MenuRepository menus, MenuItemRepository items, MenuAudit audit, Clock clock) {
        this.menus = menus;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /// The menu of a meal, if the site has set one.
    @ReadOnly
    public Optional<Menu> find(Menu.Meal meal) {
        return menus.findById(MenuEntity.Key.of(meal))
                .map(menu ->
                        new Menu(
                                meal,
                                menu.orderUntil(),
                                values(items.list(meal.siteId(), meal.date(), meal.slot()))));
    }

    /// Takes portions for an order, in the order of their skus.
    ///
    /// @return the sku of which too few are left; the caller must then roll back its transaction
    @Transactional
    public Optional<String> take(Menu.Meal meal, SortedMap<String, Integer> portions) {
        for (var portion : portions.entrySet()) {
            var taken =
                    items.take(
                            meal.siteId(),
                            meal.date(),
                            meal.slot(),
                            portion.getKey(),
                            portion.getValue());
            if (taken == 0) {
                return Optional.of(portion.getKey());
            }
        }
        return Optional.empty();
    }

    /// Gives back the portions of an order.
    @Transactional
    public void giveBack(Menu.Meal meal, SortedMap<String, Integer> portions) {
        portions.forEach(
                (sku, count) -> items.count(meal.siteId(), meal.date(), meal.slot(), sku, -count));
    }

    /// Takes again portions that were given back, for a meal that was eaten after all, even if too
    /// few are left.
    @Transactional
    public void takeAgain(Menu.Meal meal, SortedMap<String, Integer> portions) {
        portions.forEach(
                (sku, count) -> items.count(meal.siteId(), meal.date(), meal.slot(), sku, count));
    }

    /// Replaces the menu. Existing orders stay valid.
    ///
    /// @throws ProblemException `PORTIONS_ORDERED` if more portions of a dish are ordered than the
    ///   new menu has; then nothing is changed
    @Transactional
    void replace(Wanted newMenu, String by) {
        var meal = newMenu.meal();
        // Locks this row first: of two concurrent replacements the later one is kept.
        menus.set(
                meal.siteId(), meal.date(), meal.slot(), newMenu.orderUntil(), by, clock.instant());
        var ordered = new HashMap<String, Integer>();
        var before = values(items.lock(meal.siteId(), meal.date(), meal.slot()));
        before.forEach(item -> ordered.put(item.sku(), item.ordered()));
        mustHold(before, newMenu);
        items.delete(meal.siteId(), meal.date(), meal.slot());
        var rows = new ArrayList<MenuItemEntity>();
        for (var line : newMenu.portions()) {
            var item =
                    new Menu.Item(line.sku(), line.portions(), ordered.getOrDefault(line.sku(), 0));
            rows.add(MenuItemEntity.of(meal, rows.size(), item));
        }
        var _ = items.saveAll(rows);
        audit.replaced(before, newMenu, by);
    }

    private static void mustHold(List<Menu.Item> before, Wanted newMenu) {
        var portions = new HashMap<String, Integer>();
        newMenu.portions().forEach(line -> portions.put(line.sku(), line.portions()));
        var tooFew =
                before.stream()
                        .filter(item -> item.ordered() > portions.getOrDefault(item.sku(), 0))
                        .map(item -> Map.of("sku", item.sku(), "ordered", item.ordered()))
                        .toList();
        if (!tooFew.isEmpty()) {
            throw ProblemException.with(ProblemCode.PORTIONS_ORDERED, Map.of("ordered", tooFew));
        }
    }

    private static List<Menu.Item> values(List<MenuItemEntity> rows) {
        return rows.stream().map(MenuItemEntity::item).toList();
    }
}
