package org.nuancan.bench.load;

/// Counts of requests for which no connection was free.
///
/// @param unsent number of requests that were due and never sent, since too many waited already
/// @param most largest number of requests that waited at once
/// @param nanos total wait; their latencies include it
public record Waits(long unsent, int most, long nanos) {}
