package org.nuancan.menu;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.TextLines;
import org.nuancan.menu.Dish.Nutrition;

/// A row of `dish`; the columns of nutrition are all present or all null.
@MappedEntity("dish")
record DishEntity(
        @EmbeddedId Key id,
        int position,
        String nameZh,
        String nameEn,
        @TextLines List<String> allergens,
        @TextLines List<String> diet,
        @Nullable Integer energyKj,
        @Nullable Integer proteinMg,
        @Nullable Integer fatMg,
        @Nullable Integer carbohydrateMg,
        @Nullable Integer sodiumMg) {

    @Embeddable
    record Key(@MappedProperty("site_id") long siteId, @MappedProperty("sku") String sku) {}

    static DishEntity of(long siteId, int position, Dish dish) {
        var known = dish.nutrition();
        return new DishEntity(
                new Key(siteId, dish.sku()),
                position,
                dish.nameZh(),
                dish.nameEn(),
                dish.allergens(),
                dish.diet(),
                known.map(Nutrition::energyKj).orElse(null),
                known.map(Nutrition::proteinMg).orElse(null),
                known.map(Nutrition::fatMg).orElse(null),
                known.map(Nutrition::carbohydrateMg).orElse(null),
                known.map(Nutrition::sodiumMg).orElse(null));
    }

    Dish dish() {
        return new Dish(id.sku, nameZh, nameEn, allergens, diet, nutrition());
    }

    private Optional<Nutrition> nutrition() {
        return energyKj == null
                        || proteinMg == null
                        || fatMg == null
                        || carbohydrateMg == null
                        || sodiumMg == null
                ? Optional.empty()
                : Optional.of(new Nutrition(energyKj, proteinMg, fatMg, carbohydrateMg, sodiumMg));
    }
}
