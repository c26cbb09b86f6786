package org.nuancan.console.kitchen;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/// A batch that was cooked.
///
/// @param holds temperatures that were measured afterwards
/// @param mayLeave whether it may still leave the kitchen
/// @param warnings what is wrong with it, as meal-api names it
public record CookedBatch(
        String batchId,
        String sku,
        int portions,
        int discarded,
        OffsetDateTime cookedAt,
        BigDecimal coreTemperature,
        List<Reading> holds,
        boolean mayLeave,
        List<String> warnings) {

    /// A measured temperature in °C.
    public record Reading(OffsetDateTime at, BigDecimal temperature) {}
}
