package org.nuancan.order;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// What of a row of `meal_order` says where and when it was sold.
@MappedEntity("meal_order")
record SoldMealEntity(long orderId, long siteId, LocalDate serviceDate) {}
