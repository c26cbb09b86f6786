package org.nuancan.console.kitchen;

import java.time.OffsetDateTime;
import java.util.List;

/// Retained samples of a kitchen.
///
/// @param missing batches of which no sample was kept
/// @param kept samples that must still be kept
/// @param due samples whose time is over
public record Samples(List<CookedBatch> missing, List<Sample> kept, List<Sample> due) {

    /// One sample.
    public record Sample(
            String sampleId,
            String batchId,
            int grams,
            OffsetDateTime keptUntil,
            String location) {}
}
