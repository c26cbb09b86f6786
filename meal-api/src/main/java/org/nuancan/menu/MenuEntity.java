package org.nuancan.menu;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Slot;

/// A row of `menu`.
@MappedEntity("menu")
record MenuEntity(
        @EmbeddedId Key id, @UtcMicros Instant orderUntil, String setBy, @UtcMicros Instant setAt) {

    @Embeddable
    record Key(
            @MappedProperty("site_id") long siteId,
            @MappedProperty("menu_date") LocalDate menuDate,
            @MappedProperty("slot") Slot slot) {

        static Key of(Menu.Meal meal) {
            return new Key(meal.siteId(), meal.date(), meal.slot());
        }
    }
}
