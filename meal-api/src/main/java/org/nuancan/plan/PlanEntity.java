package org.nuancan.plan;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A row of `meal_plan`.
///
/// @param weekdays as [Weekday#write] writes them
/// @param address sealed by [Plans]
@MappedEntity("meal_plan")
record PlanEntity(
        @Id long planId,
        long elderId,
        String householdDivision,
        String residenceDivision,
        long siteId,
        @Nullable Long deliveryProviderId,
        Slot slot,
        Fulfilment fulfilment,
        String weekdays,
        boolean onRestDays,
        LocalDate fromDate,
        @Nullable LocalDate toDate,
        @Nullable String address,
        boolean allergenAccepted,
        boolean dietAccepted,
        String madeBy,
        @UtcMicros Instant madeAt) {}
