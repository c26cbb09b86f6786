package org.nuancan.kitchen.batch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.menu.DishService;
import org.nuancan.provider.price.Prices;

/// Dishes that a site can cook: those it describes and those on its price list.
@Singleton
final class KnownDishes {

    private final DishService dishes;
    private final Prices prices;

    KnownDishes(DishService dishes, Prices prices) {
        this.dishes = dishes;
        this.prices = prices;
    }

    /// @throws ProblemException `SKU_UNKNOWN`
    void mustHave(long siteId, String sku, Instant at) {
        if (prices.at(siteId, at).find(sku).isEmpty()
                && !dishes.findBySite(siteId).containsKey(sku)) {
            throw ProblemException.of(
                    ProblemCode.SKU_UNKNOWN,
                    List.of(new Fault("/sku", "SKU_UNKNOWN", "本站没有这个菜品 / no dish of this site")));
        }
    }
}
