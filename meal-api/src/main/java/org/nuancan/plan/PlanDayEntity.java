package org.nuancan.plan;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `meal_plan_day`.
@MappedEntity("meal_plan_day")
record PlanDayEntity(
        @EmbeddedId Key id,
        PlanDays.Outcome outcome,
        @Nullable Long orderId,
        @Nullable String reason,
        @UtcMicros Instant toldAt) {

    @Embeddable
    record Key(
            @MappedProperty("plan_id") long planId,
            @MappedProperty("service_date") LocalDate serviceDate) {}

    static PlanDayEntity of(PlanDays.Day day, Instant toldAt) {
        return new PlanDayEntity(
                new Key(day.planId(), day.date()),
                day.outcome(),
                day.orderId().orElse(null),
                day.reason().orElse(null),
                toldAt);
    }

    PlanDays.Day day() {
        return new PlanDays.Day(
                id.planId,
                id.serviceDate,
                outcome,
                Optional.ofNullable(orderId),
                Optional.ofNullable(reason));
    }
}
