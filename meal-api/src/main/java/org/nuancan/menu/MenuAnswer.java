package org.nuancan.menu;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;

/// The dishes that can be ordered from a site for one meal.
///
/// @param orderUntil the last instant at which it can be ordered
@Introspected
record MenuAnswer(Id siteId, LocalDate date, Slot slot, Instant orderUntil, List<Item> items) {

    /// A dish on the menu.
    ///
    /// @param name name on the price list
    /// @param names names in both languages; null if the site has not described the dish
    /// @param priceFen price on the current price list; null if the dish is not on it
    /// @param portions number of portions the kitchen cooks
    /// @param ordered number of portions already ordered
    /// @param left number of portions that can still be ordered
    @Introspected
    record Item(
            String sku,
            @Nullable String name,
            DishBody.@Nullable Names names,
            @Nullable Fen priceFen,
            @Nullable Boolean subsidisable,
            List<String> allergens,
            List<String> diet,
            DishBody.@Nullable NutritionBody nutrition,
            int portions,
            int ordered,
            int left) {

        private static Item of(Menu.Item item, Optional<PricedItem> price, Optional<Dish> dish) {
            var body = dish.map(DishBody::of);
            return new Item(
                    item.sku(),
                    price.map(PricedItem::name).orElse(null),
                    body.map(DishBody::name).orElse(null),
                    price.map(PricedItem::price).orElse(null),
                    price.map(PricedItem::subsidisable).orElse(null),
                    dish.map(Dish::allergens).orElse(List.of()),
                    dish.map(Dish::diet).orElse(List.of()),
                    dish.flatMap(Dish::nutrition).map(DishBody.NutritionBody::of).orElse(null),
                    item.portions(),
                    item.ordered(),
                    item.left());
        }
    }

    static MenuAnswer of(Menu menu, PriceList prices, Map<String, Dish> dishes) {
        return new MenuAnswer(
                new Id(menu.meal().siteId()),
                menu.meal().date(),
                menu.meal().slot(),
                menu.orderUntil(),
                menu.items().stream()
                        .map(item ->
                                Item.of(
                                        item,
                                        prices.find(item.sku()),
                                        Optional.ofNullable(dishes.get(item.sku()))))
                        .toList());
    }
}
