package org.nuancan.kitchen;

import java.time.Instant;

/// What may not leave any more.
///
/// @param portions how many portions of the run would come from it
public record Stale(String sku, long batchId, Instant cookedAt, int portions) {}
