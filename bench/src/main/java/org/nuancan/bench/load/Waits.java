package org.nuancan.bench.load;

/// What became of those that found no connection free.
///
/// @param unsent how many were due and never sent, as too many waited already
/// @param most how many waited at once
/// @param nanos how long they waited in all; it is in their latencies too
public record Waits(long unsent, int most, long nanos) {}
