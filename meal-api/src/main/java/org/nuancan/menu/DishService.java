package org.nuancan.menu;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.provider.site.Sites;

/// The dishes of the sites.
@Singleton
public class DishService {

    private final Sites sites;
    private final DishRepository dishes;
    private final MenuAudit audit;

    DishService(Sites sites, DishRepository dishes, MenuAudit audit) {
        this.sites = sites;
        this.dishes = dishes;
        this.audit = audit;
    }

    /// The dishes that a site describes, by sku, in the site's order.
    @ReadOnly
    public Map<String, Dish> findBySite(long siteId) {
        var found = new LinkedHashMap<String, Dish>();
        for (var dish : dishes.findByIdSiteIdOrderByPosition(siteId)) {
            found.put(dish.id().sku(), dish.dish());
        }
        return found;
    }

    /// Replaces all dishes of a site.
    ///
    /// @param by the user
    @Transactional
    void replace(long siteId, List<Dish> newDishes, String by) {
        // Concurrent replacements run one after another; the later one is kept.
        sites.lock(siteId);
        var before = List.copyOf(findBySite(siteId).values());
        var _ = dishes.deleteByIdSiteId(siteId);
        var rows = new ArrayList<DishEntity>();
        for (var dish : newDishes) {
            rows.add(DishEntity.of(siteId, rows.size(), dish));
        }
        var _ = dishes.saveAll(rows);
        audit.replaced(siteId, before, newDishes, by);
    }
}
