package org.nuancan.menu;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.provider.Sites;

/// The dishes of the sites.
@Singleton
public class DishService {

    private final Sites sites;
    private final DishRepository dishes;

    DishService(Sites sites, DishRepository dishes) {
        this.sites = sites;
        this.dishes = dishes;
    }

    /// The dishes that a site describes, by sku, in its order.
    @ReadOnly
    public Map<String, Dish> findBySite(long siteId) {
        var found = new LinkedHashMap<String, Dish>();
        for (var dish : dishes.findByIdSiteIdOrderByPosition(siteId)) {
            found.put(dish.id().sku(), dish.dish());
        }
        return found;
    }

    /// From now on these are the dishes of a site and no others.
    @Transactional
    void replace(long siteId, List<Dish> wanted) {
        // One after another: of two that replace at once the later one holds.
        sites.lock(siteId);
        var _ = dishes.deleteByIdSiteId(siteId);
        var rows = new ArrayList<DishEntity>();
        for (var dish : wanted) {
            rows.add(DishEntity.of(siteId, rows.size(), dish));
        }
        var _ = dishes.saveAll(rows);
    }
}
