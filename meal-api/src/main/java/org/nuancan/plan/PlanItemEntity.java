package org.nuancan.plan;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `meal_plan_item`.
@MappedEntity("meal_plan_item")
record PlanItemEntity(@EmbeddedId Key id, String sku, int quantity) {

    @Embeddable
    record Key(@MappedProperty("plan_id") long planId, @MappedProperty("line") int line) {}
}
