package org.nuancan.plan;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `meal_plan_pause`.
@MappedEntity("meal_plan_pause")
record PauseEntity(
        @Id long pauseId,
        long planId,
        LocalDate fromDate,
        @Nullable LocalDate toDate,
        String setBy,
        @UtcMicros Instant setAt) {}
