package org.nuancan.sale.history;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// The columns of `meal_order` that say where and when a meal was sold.
@MappedEntity("meal_order")
record SoldMealEntity(long orderId, long siteId, LocalDate serviceDate) {}
