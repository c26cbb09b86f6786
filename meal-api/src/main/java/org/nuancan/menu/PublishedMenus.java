package org.nuancan.menu;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.provider.price.Prices;

/// Menus with the names and prices of their dishes, all read in one transaction.
@Singleton
class PublishedMenus {

    private final MenuService menus;
    private final DishService dishes;
    private final Prices prices;

    PublishedMenus(MenuService menus, DishService dishes, Prices prices) {
        this.menus = menus;
        this.dishes = dishes;
        this.prices = prices;
    }

    /// As [MenuService#replace]; returns the new menu.
    @Transactional
    MenuAnswer replace(MenuService.Wanted newMenu, String by) {
        menus.replace(newMenu, by);
        return find(newMenu.meal());
    }

    /// @throws ProblemException `NOT_FOUND` if the site has set no menu for this meal
    @ReadOnly
    MenuAnswer find(Menu.Meal meal) {
        var menu = menus.find(meal).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return MenuAnswer.of(menu, prices.now(meal.siteId()), dishes.findBySite(meal.siteId()));
    }
}
