package org.nuancan.kitchen;

import java.time.Instant;

/// Portions that may not leave the kitchen because they are too old.
///
/// @param portions number of portions of the run that would come from the batch
public record Stale(String sku, long batchId, Instant cookedAt, int portions) {}
