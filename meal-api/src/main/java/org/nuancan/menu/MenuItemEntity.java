package org.nuancan.menu;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.LocalDate;
import org.nuancan.policy.fact.Slot;

/// A row of `menu_item`.
@MappedEntity("menu_item")
record MenuItemEntity(@EmbeddedId Key id, int position, int portions, int ordered) {

    @Embeddable
    record Key(
            @MappedProperty("site_id") long siteId,
            @MappedProperty("menu_date") LocalDate menuDate,
            @MappedProperty("slot") Slot slot,
            @MappedProperty("sku") String sku) {}

    static MenuItemEntity of(Menu.Meal meal, int position, Menu.Item item) {
        return new MenuItemEntity(
                new Key(meal.siteId(), meal.date(), meal.slot(), item.sku()),
                position,
                item.portions(),
                item.ordered());
    }

    Menu.Item item() {
        return new Menu.Item(id.sku, portions, ordered);
    }
}
