package org.nuancan.bench.load;

/// Those for whom no connection was free.
///
/// @param unsent how many were due and never sent, as too many waited
/// @param most how many waited at once
/// @param nanos how long they waited for a connection, in all
public record Waits(long unsent, int most, long nanos) {}
